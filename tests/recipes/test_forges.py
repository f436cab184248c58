"""The recipes for hosted forges do what they say: their own scripts are run against a repository on this disk."""
import json
import re
import shlex
import subprocess
import unittest

import yaml

from tests.support.portal import ENVIRONMENT, NOW, PROGRAM, ROOT, Portal, new_folder, read_tree

RECIPES = ROOT / "generator/recipes"
FAQ = "content/finances-locales/pages/faq.md"
MEETING = "content/finances-locales/meetings/2026-10-08-journee-des-groupes.md"
LOCK = "content/calendar.lock"

# Stands for `cenacle` of the package, at the tests' instant. $BETWEEN is done once, after the first build.
CENACLE = """#!/bin/bash
{program} --now {now} "$@" || exit
case " $* " in *" build "*) ;; *) exit 0 ;; esac
if test -n "$BETWEEN" && mkdir "$HOME/between" 2>/dev/null; then (eval "$BETWEEN") || exit 99; fi
"""


class Forge:
    """A repository, the address that a forge gives it, and the jobs of a recipe."""

    address = None
    main_job = None

    def __init__(self):
        self.folder = new_folder("forge")
        self.jobs_run = 0
        self.home = self.folder / "home"
        self.home.mkdir()
        self.remote = self.folder / "remote.git"
        (self.home / ".gitconfig").write_text(
            f'[url "file://{self.remote}"]\n  insteadOf = {self.address}\n[user]\n  name = Coordination\n  email = coordination@portail.example\n'
            "[init]\n  defaultBranch = main\n[advice]\n  detachedHead = false\n")
        tools = self.folder / "bin"
        tools.mkdir()
        for name, text in {"apt-get": "#!/bin/sh\nexit 0\n", "curl": '#!/bin/sh\ntest "$CENACLE_DEB" = "$6" || test "$CENACLE_DEB" = "$7"\n',
                           "cenacle": CENACLE.format(program=shlex.quote(str(PROGRAM)), now=NOW)}.items():
            (tools / name).write_text(text)
            (tools / name).chmod(0o755)
        self.environment = ENVIRONMENT | {"HOME": str(self.home), "PATH": f"{tools}:{ENVIRONMENT['PATH']}", "CENACLE_DEB": "https://portail.example/cenacle.deb"}
        self.clone = self.folder / "clone"
        self.portal = Portal(folder=self.clone)
        self.portal.delete(LOCK)  # the first job makes it
        self.portal.write(".gitignore", "/output/\n/.cenacle/\n")
        self.git("init", "--quiet", "--bare", str(self.remote), cwd=self.folder)
        self.git("init", "--quiet")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Le portail")
        self.git("remote", "add", "origin", f"file://{self.remote}")
        self.git("push", "--quiet", "origin", "main")

    def git(self, *arguments, cwd=None):
        return subprocess.run(["git", *arguments], cwd=cwd or self.clone, env=self.environment, check=True, capture_output=True, text=True).stdout.strip()

    def change(self, name, old, new, branch="main"):
        """What a coordinator does in the web editor."""
        self.git("fetch", "--quiet", "origin")
        self.git("checkout", "--quiet", "-B", branch, "origin/main")
        path = self.clone / name
        text = path.read_text()
        assert old in text, name
        path.write_text(text.replace(old, new, 1))
        self.git("commit", "--quiet", "--all", "--message", "Une modification")
        self.git("push", "--quiet", "--force", "origin", f"{branch}:{branch}")

    def history(self, branch="main"):
        return self.git("log", "--format=%s", branch, cwd=self.remote).splitlines()

    def bash(self, script, environment, cwd, between=""):
        return subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=cwd, env=self.environment | environment | {"BETWEEN": between},
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)

    def work(self):
        self.jobs_run += 1
        if (self.home / "between").exists():
            (self.home / "between").rmdir()
        return self.folder / f"job-{self.jobs_run}"


class GitLab(Forge):
    address = "https://cenacle:s3cret@gitlab.portail.example/reseaux/portail.git"
    recipe = RECIPES / "gitlab-ci.yml"
    main_job = "pages"

    def run(self, job, branch="main", between=""):
        recipe = yaml.safe_load(self.recipe.read_text())
        work = self.work()
        self.git("clone", "--quiet", "--depth", "20", "--branch", branch, self.address, str(work), cwd=self.folder)
        self.git("checkout", "--quiet", "--detach", cwd=work)
        environment = {"CI_PROJECT_DIR": str(work), "CENACLE_PUSH_TOKEN": "s3cret", "CI_SERVER_HOST": "gitlab.portail.example",
                       "CI_PROJECT_PATH": "reseaux/portail", "CI_DEFAULT_BRANCH": "main"}
        for name, value in recipe[job].get("variables", {}).items():
            environment[name] = value.replace("$CI_SERVER_HOST", environment["CI_SERVER_HOST"])
        done = self.bash("\n".join(recipe["default"]["before_script"] + recipe[job]["script"]), environment, work, between)
        self.job = work
        return done

    def published(self):
        return read_tree(self.job / "public") if (self.job / "public").exists() else None

    def annotated(self, done):
        report = json.loads((self.job / "gl-code-quality-report.json").read_text())
        return [(each["location"]["path"], each["location"]["lines"]["begin"]) for each in report]


class Workflows(Forge):
    address = "https://cenacle:t0ken@forge.portail.example/reseaux/portail.git"
    recipe = RECIPES / "forgejo-github.yml"
    main_job = "publish"

    def run(self, job, branch="main", between=""):
        recipe = yaml.safe_load(self.recipe.read_text())
        work = self.work()
        work.mkdir()
        environment = {"TOKEN": "t0ken", "GITHUB_SERVER_URL": "https://forge.portail.example", "GITHUB_REPOSITORY": "reseaux/portail",
                       "GITHUB_REF": f"refs/heads/{branch}", "GITHUB_REF_NAME": branch}
        environment |= {name: value for name, value in recipe["jobs"][job]["env"].items() if "${{" not in value}
        self.job = work
        out = ""
        for step in recipe["jobs"][job]["steps"]:
            done = self.bash(step["run"], environment, work, between)
            out += done.stdout
            if done.returncode:
                break
        return subprocess.CompletedProcess(done.args, done.returncode, out, done.stderr)

    def published(self):
        if "pages" not in self.git("branch", "--list", "--format=%(refname:short)", cwd=self.remote).split():
            return None
        folder = self.folder / f"published-{self.jobs_run}"
        self.git("clone", "--quiet", "--branch", "pages", f"file://{self.remote}", str(folder), cwd=self.folder)
        return {path: data for path, data in read_tree(folder).items() if not path.startswith(".git/")}

    def annotated(self, done):
        return [(path, int(line)) for path, line in re.findall(r"(?m)^::error file=([^,]+),line=(\d+),", done.stdout)]


class Each:
    """What holds on every forge."""

    forge = None

    def setUp(self):
        self.at = self.forge()

    def succeed(self, *arguments, **options):
        done = self.at.run(*arguments, **options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def test_the_lock_is_pushed_once_and_the_public_tree_published(self):
        self.succeed(self.at.main_job)
        self.assertEqual(self.at.history(), ["Calendar lock [skip ci]", "Le portail"])
        self.assertEqual(self.at.git("show", "--format=%an", "--name-only", "main", cwd=self.at.remote).split(), ["Cénacle", LOCK])
        portal = Portal()
        portal.build()
        self.assertEqual(self.at.published(), read_tree(portal.path("output/site")))
        self.succeed(self.at.main_job)
        self.assertEqual(len(self.at.history()), 2, "nothing has changed, and so nothing is pushed")

    def test_a_change_of_a_meeting_changes_the_lock_and_a_change_of_a_page_does_not(self):
        self.succeed(self.at.main_job)
        self.at.change(MEETING, "start = 2026-10-08T09:", "start = 2026-10-08T08:")
        self.succeed(self.at.main_job)
        self.assertEqual(self.at.history()[:2], ["Calendar lock [skip ci]", "Une modification"])
        self.at.change(FAQ, "title = \"", "title = \"Toutes les ")
        self.succeed(self.at.main_job)
        self.assertEqual(self.at.history()[0], "Une modification")

    def test_somebody_pushes_while_the_job_is_at_work(self):
        script = (f"git clone --quiet file://{self.at.remote} $HOME/other && cd $HOME/other && "
                  f"sed -i 's/^start = 2026-10-08T09:/start = 2026-10-08T08:/' {MEETING} && "
                  "git commit --quiet --all --message 'Entre-temps' && git push --quiet origin main")
        self.succeed(self.at.main_job, between=script)
        self.assertEqual(self.at.history(), ["Calendar lock [skip ci]", "Entre-temps", "Le portail"])
        lock = self.at.git("show", f"main:{LOCK}", cwd=self.at.remote)
        self.succeed(self.at.main_job)
        self.assertEqual(len(self.at.history()), 3)
        self.assertEqual(self.at.git("show", f"main:{LOCK}", cwd=self.at.remote), lock, "it is that of the newest content")
        page = "finances-locales/rencontres/2026-10-08-journee-des-groupes.html"
        self.assertIn("2026-10-08T08:", self.at.published()[page].decode())

    def test_a_branch_that_may_not_be_pushed_to_publishes_nothing(self):
        hook = self.at.remote / "hooks/pre-receive"
        hook.write_text("#!/bin/sh\nexit 1\n")
        hook.chmod(0o755)
        done = self.at.run(self.at.main_job)
        self.assertEqual(done.returncode, 75, done.stderr)
        self.assertIn("calendar.lock could not be pushed", done.stderr)
        self.assertIsNone(self.at.published())
        self.assertEqual(self.at.history(), ["Le portail"])

    def test_content_with_a_mistake_publishes_nothing(self):
        self.at.change(FAQ, "title = ", "titel = ")
        done = self.at.run(self.at.main_job)
        self.assertEqual(done.returncode, 1)
        self.assertIsNone(self.at.published())

    def test_a_mistake_is_annotated_at_its_line(self):
        self.at.change(FAQ, "title = ", "titel = ", branch="essai")
        done = self.at.run("check", branch="essai")
        self.assertEqual(done.returncode, 1)
        line = next(number for number, text in enumerate((self.at.clone / FAQ).read_text().splitlines(), 1) if text.startswith("titel"))
        self.assertIn((FAQ, line), self.at.annotated(done))

    def test_a_good_change_is_not_annotated(self):
        self.at.change(FAQ, "title = \"", "title = \"Toutes les ", branch="essai")
        done = self.succeed("check", branch="essai")
        self.assertEqual(self.at.annotated(done), [])

    def test_the_token_is_not_shown(self):
        done = self.succeed(self.at.main_job)
        for secret in ("s3cret", "t0ken"):
            self.assertNotIn(secret, done.stdout + done.stderr)


class OnGitLab(Each, unittest.TestCase):
    forge = GitLab

    def test_which_job_runs_when(self):
        recipe = yaml.safe_load(GitLab.recipe.read_text())
        self.assertEqual(recipe["check"]["rules"], [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}])
        self.assertEqual(recipe["check"]["artifacts"], {"when": "always", "reports": {"codequality": "gl-code-quality-report.json"}})
        self.assertEqual(recipe["pages"]["artifacts"], {"paths": ["public"]})
        self.assertTrue(recipe["pages"]["resource_group"])


class OnGitHubAndForgejo(Each, unittest.TestCase):
    forge = Workflows

    def test_which_job_runs_when(self):
        recipe = yaml.safe_load(Workflows.recipe.read_text())
        when = recipe[True]  # YAML 1.1 reads `on` so
        self.assertEqual(when["push"], {"branches": ["main"]})
        self.assertIn("pull_request", when)
        jobs = recipe["jobs"]
        self.assertEqual(jobs["check"]["if"], "github.event_name == 'pull_request'")
        self.assertEqual(jobs["publish"]["if"], "github.event_name != 'pull_request'")
        self.assertEqual(jobs["check"]["permissions"], {"contents": "read"})
        self.assertEqual(jobs["publish"]["permissions"], {"contents": "write"})

    def test_it_needs_nobody_elses_action(self):
        for job in yaml.safe_load(Workflows.recipe.read_text())["jobs"].values():
            for step in job["steps"]:
                self.assertNotIn("uses", step)


if __name__ == "__main__":
    unittest.main()
