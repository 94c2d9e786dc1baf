# note: Whole numbers have no limit.
FACTORIAL = 1
for number in range(1, 26):
    FACTORIAL *= number
POWERS = [2**64, -(2**63) - 1, 10**40]
EXACT = 12345678901234567890 * 98765432109876543210
BITS = [(2**70).bit_length(), (255).bit_count(), 1 << 70, (1 << 70) >> 68]
COMPARED = [2**53 + 1 == float(2**53), 2**53 == float(2**53), 10**400 > 1e308]
