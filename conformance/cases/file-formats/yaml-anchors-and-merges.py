# note: An alias is the same object, a merge gives its keys before the mapping's own, which win.
import yaml

with open(__file__.replace("settings.py", "shared.yml")) as source:
    DATA = yaml.load(source, Loader=yaml.SafeLoader)
DATA["base"]["apps"].append("extra")
SAME = DATA["base"] is DATA["other"], DATA["child"]["apps"] is DATA["base"]["apps"]
# --- config/shared.yml ---
base: &base
  apps: [shop]
  debug: no
child:
  name: child
  <<: *base
  debug: yes
other: *base
many:
  <<: [{a: 1}, {a: 2, b: 2}]
