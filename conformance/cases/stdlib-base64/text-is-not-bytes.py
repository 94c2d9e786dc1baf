# note: Only bytes can be encoded.
import base64
KEY = base64.b64encode("secret")
