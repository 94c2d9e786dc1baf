# note: find_dotenv can insist that the file is there.
from dotenv import find_dotenv

PATH = find_dotenv("none.env", raise_error_if_not_found=True)
