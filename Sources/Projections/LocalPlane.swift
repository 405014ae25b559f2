/// Which plane to measure a place in when nobody has named one.
public enum LocalPlane {
    /// The EPSG code of the plane in metres that distorts least around a place.
    ///
    /// Inside China it is the three-degree Gauss-Krüger zone of CGCS2000 whose central meridian is nearest,
    /// without the zone number in the easting: EPSG:4534 (75° E) to EPSG:4554 (135° E). Inside China here means
    /// longitude 73.5…135.1 and latitude 3.8…53.6: neighbouring countries in that rectangle get the same
    /// zones, which is enough, because the plane serves measuring and not the drawing of borders. Elsewhere it
    /// is UTM on WGS 84, EPSG:326zz north and EPSG:327zz south of the equator; the exceptions around Norway
    /// and Svalbard are not applied. On the line between two zones the eastern one is taken.
    ///
    /// - Parameters:
    ///   - longitude: Degrees east; values beyond ±180 are wrapped. Not finite traps.
    ///   - latitude: Degrees north. Not finite traps.
    public static func definition(longitude: Double, latitude: Double) -> String {
        precondition(longitude.isFinite && latitude.isFinite, "a place has finite coordinates")
        let wrapped = wrapped(longitude)
        if (73.5...135.1).contains(wrapped) && (3.8...53.6).contains(latitude) {
            let zone = Int((wrapped / 3 + 0.5).rounded(.down))
            return "EPSG:\(4534 + zone - 25)"
        }
        let zone = min(Int(((wrapped + 180) / 6).rounded(.down)) + 1, 60)
        return "EPSG:\((latitude < 0 ? 32700 : 32600) + zone)"
    }

    /// The same meridian within ±180; untouched when it is there already, because wrapping rounds.
    private static func wrapped(_ longitude: Double) -> Double {
        guard longitude.magnitude > 180 else { return longitude == 180 ? -180 : longitude }
        let turned = (longitude + 180).truncatingRemainder(dividingBy: 360)
        return (turned < 0 ? turned + 360 : turned) - 180
    }
}
