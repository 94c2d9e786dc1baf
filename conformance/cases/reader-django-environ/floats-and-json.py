# note: In a float the last separator is the decimal point; JSON is JSON.
# env: PRICE=1,234.50 EUR
# env: GERMAN=1.234,50
# env: BELOW=-3,5
# env: RULES={"a": [1, null]}
import environ

env = environ.Env()
PRICE = env.float("PRICE")
GERMAN = env.float("GERMAN")
BELOW = env.float("BELOW")
RULES = env.json("RULES")
