# note: Octal, binary and sexagesimal numbers are YAML 1.1's; an exponent needs a sign to be one.
import yaml

NUMBERS = yaml.safe_load("""
- 010
- 0o10
- 0x1F
- 0b101
- 1_000
- 12:30
- 1:30:45.5
- 1e3
- 1.5e+3
- 1.
- .5
- -.inf
- 09
- 1.2.3
""")
