"""Writes segment_counts.txt: what Twilio's calculator says of every text. Needs node and npm.

python -m tests.data.make_segment_counts
"""

import json
import subprocess
import tempfile
from hashlib import sha256
from pathlib import Path

from tests.data import segments

VERSION = "1.3.0"
COUNTS = Path(__file__).with_name("segment_counts.txt")
COUNT = """
const {SegmentedMessage} = require("sms-segments-calculator");
const lines = require("fs").readFileSync("texts.jsonl", "utf8").trimEnd().split("\\n");
for (const line of lines) {
  const message = new SegmentedMessage(JSON.parse(line), "auto", false);
  const first = message.encodingName === "GSM-7" ? "0" : "`";
  console.log(String.fromCharCode(first.charCodeAt(0) + message.segmentsCount));
}
"""


def main() -> None:
    texts = list(segments.texts())
    with tempfile.TemporaryDirectory() as folder:
        lines = "".join(json.dumps(text) + "\n" for text in texts)
        Path(folder, "texts.jsonl").write_text(lines)
        calculator = f"sms-segments-calculator@{VERSION}"
        subprocess.run(["npm", "install", "--no-save", calculator], cwd=folder, check=True)
        counts = subprocess.check_output(["node", "-e", COUNT], cwd=folder, text=True).split()
    digest = sha256("\0".join(texts).encode()).hexdigest()
    rows = ["".join(counts[start : start + 100]) for start in range(0, len(counts), 100)]
    COUNTS.write_text("\n".join([f"{VERSION} {digest}", *rows, ""]))


if __name__ == "__main__":
    main()
