# note: Before 0.21 load_dotenv said True whether there was a file or not.
# version: python-dotenv==0.20.0
from dotenv import load_dotenv

MISSING = load_dotenv("none.env")
