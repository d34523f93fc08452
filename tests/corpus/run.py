"""Which parts `prfaq parts` finds in the documents of this folder.

  run.py PRFAQ [DOCUMENT...]

For each NAME.md the file NAME.parts lists what is expected: the verdict, then kind,
line and way of each part, then the questions. UPDATE=1 writes it anew: read the
difference before you commit it. The documents are made up; their shapes are real."""
import difflib, json, os, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))


def said(prfaq, path):
    run = subprocess.run([prfaq, "parts", "-", "--json"], stdin=open(path, "rb"),
                         stdout=subprocess.PIPE, check=True)
    got = json.loads(run.stdout.decode("utf-8"))
    lines = ["is-prfaq %s %s" % (str(got["is_prfaq"]).lower(), got.get("reason", "-")),
             "language %s" % got["language"]]
    lines += ["%s %d %s" % (p["kind"], p["line"], p["found"]) for p in got["parts"]]
    lines += ["question %d %s" % (q["line"], q["audience"]) for q in got["questions"]]
    return [line + "\n" for line in lines]


def main():
    prfaq = os.path.abspath(sys.argv[1])
    status = 0
    for name in sorted(n for n in os.listdir(HERE) if n.endswith(".md")):
        path = os.path.join(HERE, name)
        expected_path = path[:-3] + ".parts"
        actual = said(prfaq, path)
        if os.environ.get("UPDATE") == "1":
            with open(expected_path, "w", encoding="utf-8") as out:
                out.writelines(actual)
            continue
        with open(expected_path, encoding="utf-8") as f:
            expected = f.readlines()
        if expected != actual:
            sys.stdout.writelines(difflib.unified_diff(expected, actual, name, "found"))
            status = 1
    return status


sys.exit(main())
