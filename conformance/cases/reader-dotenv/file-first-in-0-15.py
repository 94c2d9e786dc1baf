# note: In 0.15 a reference went to the file before the environment.
# version: python-dotenv==0.15.0
# env: HOST=environment
import os
from dotenv import load_dotenv

load_dotenv()
URL = os.environ["URL"]
# --- .env ---
HOST=file
URL=https://${HOST}/
