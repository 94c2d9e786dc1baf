# note: Base64 has two alphabets, takes bytes or ASCII text, and gives bytes.
import base64
ENCODED = [base64.b64encode(b"shop:secret"), base64.urlsafe_b64encode(b"\xff\xfe")]
DECODED = [base64.b64decode("c2hvcA=="), base64.urlsafe_b64decode(b"__4="), base64.b64decode("")]
TEXT = base64.b64encode("é".encode()).decode()
