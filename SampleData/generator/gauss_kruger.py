"""CGCS2000 / three-degree Gauss-Krüger, central meridian 120° E (EPSG:4549): plane to longitude and latitude.

The inverse Krüger series in the third flattening n, to n^6 (Karney 2011, "Transverse Mercator with an accuracy of
a few nanometers", equation 36). Over a three-degree zone the truncation is far below a micrometre.
"""

from math import atan, atan2, atanh, cos, cosh, degrees, hypot, sin, sinh, sqrt

SEMI_MAJOR = 6378137.0
FLATTENING = 1 / 298.257222101
CENTRAL_MERIDIAN = 120.0
FALSE_EASTING = 500000.0

_N = FLATTENING / (2 - FLATTENING)
_E2 = FLATTENING * (2 - FLATTENING)
_E = sqrt(_E2)
# Radius of the sphere whose meridian is as long as the ellipsoid's.
_RECTIFYING = SEMI_MAJOR / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64 + _N**6 / 256)
_BETA = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96 - _N**4 / 360 - 81 * _N**5 / 512 + 96199 * _N**6 / 604800,
    _N**2 / 48 + _N**3 / 15 - 437 * _N**4 / 1440 + 46 * _N**5 / 105 - 1118711 * _N**6 / 3870720,
    17 * _N**3 / 480 - 37 * _N**4 / 840 - 209 * _N**5 / 4480 + 5569 * _N**6 / 90720,
    4397 * _N**4 / 161280 - 11 * _N**5 / 504 - 830251 * _N**6 / 7257600,
    4583 * _N**5 / 161280 - 108847 * _N**6 / 3991680,
    20648693 * _N**6 / 638668800,
)


def to_longitude_latitude(easting, northing):
    """Longitude and latitude in degrees of a point of EPSG:4549 in metres."""
    xi, eta = northing / _RECTIFYING, (easting - FALSE_EASTING) / _RECTIFYING
    xi_sphere, eta_sphere = xi, eta
    for k, beta in enumerate(_BETA, start=1):
        xi_sphere -= beta * sin(2 * k * xi) * cosh(2 * k * eta)
        eta_sphere -= beta * cos(2 * k * xi) * sinh(2 * k * eta)
    conformal = sin(xi_sphere) / hypot(sinh(eta_sphere), cos(xi_sphere))
    longitude = CENTRAL_MERIDIAN + degrees(atan2(sinh(eta_sphere), cos(xi_sphere)))
    return longitude, degrees(atan(_geodetic_tangent(conformal)))


def _geodetic_tangent(conformal):
    """Newton's method for tan(latitude) from the tangent of the conformal latitude."""
    tau = conformal
    for _ in range(6):
        sigma = sinh(_E * atanh(_E * tau / sqrt(1 + tau * tau)))
        image = tau * sqrt(1 + sigma * sigma) - sigma * sqrt(1 + tau * tau)
        slope = (1 + (1 - _E2) * tau * tau) / ((1 - _E2) * sqrt((1 + image * image) * (1 + tau * tau)))
        tau += (conformal - image) * slope
    return tau
