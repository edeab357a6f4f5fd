"""Whatever is edited between builds, and whatever happens to what they left, the site is what its files say."""

from pathlib import Path

import small_country
from built import called


def test_a_site_edited_at_random_is_what_a_build_from_nothing_makes(tmp_path: Path):
    small_country.write_tables(tmp_path / "bang")
    done = called(*small_country.program("edited_at_random", tmp_path / "bang"), folder=Path(__file__).parent)

    assert done.stdout.endswith("như nhau\n"), done.stdout + done.stderr
