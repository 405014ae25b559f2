"""From the plan to the ground: turned and gently bent, then set down beside Suzhou in EPSG:4549."""

from math import cos, pi, radians, sin

from .gauss_kruger import to_longitude_latitude

ORIGIN = (558000.0, 3463500.0)  # easting and northing of the plan's south-west corner before turning
TURN = radians(-5.0)
MIDDLE = 1000.0


def to_plane(point):
    """Easting and northing in metres."""
    x, y = point
    x, y = x + 9 * sin(2 * pi * y / 1900 + 0.6), y + 8 * sin(2 * pi * x / 2100 + 1.1)
    dx, dy = x - MIDDLE, y - MIDDLE
    return (
        ORIGIN[0] + MIDDLE + dx * cos(TURN) - dy * sin(TURN),
        ORIGIN[1] + MIDDLE + dx * sin(TURN) + dy * cos(TURN),
    )


def to_degrees(point):
    """Longitude and latitude to seven decimals, about a centimetre."""
    longitude, latitude = to_longitude_latitude(*to_plane(point))
    return [round(longitude, 7), round(latitude, 7)]
