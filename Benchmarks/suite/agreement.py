"""Whether two programs gave the same answers to the same questions."""

MILLIMETRE = 0.001


def differences(ours, theirs, exact, share):
    """Fields in which two checksums differ by more than allowed.

    Counts have to be equal and lengths within a millimetre an answer; a program whose numbers are rounded otherwise
    may differ by `share` of either. Fields that only one of them has are not compared.
    """
    found = []
    answers = max((value for name, value in ours.items() if isinstance(value, int)), default=1)
    for name in sorted(ours.keys() & theirs.keys()):
        allowed = MILLIMETRE * answers if isinstance(ours[name], float) else 0
        if not exact:
            allowed = max(allowed, share * ours[name])
        if abs(ours[name] - theirs[name]) > allowed:
            found.append(f"{name}: {ours[name]} against {theirs[name]}")
    return found
