/* How each command is used, for its help. */
#include "app/cli_tables.h"

#include "base/message.h"

#define END_EXAMPLES                                                                   \
    {                                                                                  \
        .line = NULL                                                                   \
    }

/* clang-format off */

const Example init_examples[] = {
    {"prfaq init ideas", N_("make the folder ideas and its history")},
    {"prfaq init", N_("the same for this folder")},
    END_EXAMPLES,
};

const Example new_examples[] = {
    {"prfaq new lantern", N_("start lantern.md with the classic template")},
    {"prfaq new lantern --lang ko --title \"밀가루 문자 주문\"", N_("a Korean document")},
    END_EXAMPLES,
};

const Example write_examples[] = {
    {"prfaq write lantern", N_("write in the document")},
    {"prfaq write lantern --linear", N_("the same in plain lines, for a screen reader or a script")},
    END_EXAMPLES,
};

const Example interview_examples[] = {
    {"prfaq interview lantern", N_("answer the questions of each empty section")},
    {"prfaq interview lantern < answers.txt", N_("the answers from a file, one a line")},
    END_EXAMPLES,
};

const Example preview_examples[] = {
    {"prfaq preview lantern", N_("read the document as your readers will")},
    END_EXAMPLES,
};

const Example check_examples[] = {
    {"prfaq check --all --baseline-write", N_("accept what is there, so that only new findings show")},
    {"prfaq check --all --new-since main", N_("only what is new since the branch main")},
    {"prfaq check lantern", N_("what is missing, empty or too long")},
    {"prfaq check lantern --fix --dry-run", N_("what would be put right")},
    {"prfaq check --all --format sarif > prfaq.sarif", N_("for a code host")},
    {"prfaq check --all --fail-on warning", N_("all documents, strictly, for a script")},
    END_EXAMPLES,
};

const Example save_examples[] = {
    {"prfaq save lantern -m \"After the call with two bakers\"", N_("keep a revision with a note")},
    {"prfaq save lantern", N_("keep a revision; the changes are named for you")},
    END_EXAMPLES,
};

const Example export_examples[] = {
    {"prfaq export lantern --to html -o lantern.html", N_("one page to send or print")},
    {"prfaq export lantern --to txt", N_("plain text on the screen")},
    END_EXAMPLES,
};

const Example adopt_examples[] = {
    {"prfaq adopt other.md", N_("confirm the sections of a document, one by one")},
    {"prfaq adopt other.md --yes", N_("take all that is sure, for a script")},
    {"prfaq adopt other.md --undo", N_("give the file back its old bytes")},
    END_EXAMPLES,
};

const Example split_examples[] = {
    {"prfaq split-faq other.md", N_("say of each question who asks it")},
    {"prfaq split-faq other.md --dry-run", N_("what is proposed, and nothing written")},
    END_EXAMPLES,
};

const Example list_examples[] = {
    {"prfaq list", N_("all documents and how far they are")},
    {"prfaq list --portfolio", N_("where all of them stand, and what was decided")},
    END_EXAMPLES,
};

const Example log_examples[] = {
    {"prfaq log lantern", N_("all revisions, newest first")},
    {"prfaq log lantern --part problem", N_("only those that changed the section")},
    {"prfaq log lantern --findings", N_("and how many findings came and went")},
    END_EXAMPLES,
};

const Example name_examples[] = {
    {"prfaq name lantern 13 \"Sent to Dana\"", N_("revision 13 has a name")},
    {"prfaq diff lantern \"Sent to Dana\"", N_("what changed since")},
    {"prfaq name lantern \"Sent to Dana\" --remove", N_("take the name away")},
    END_EXAMPLES,
};

const Example restore_examples[] = {
    {"prfaq restore lantern 12", N_("as it was in revision 12")},
    {"prfaq restore lantern 12 --part problem --part solution",
     N_("only these sections")},
    {"prfaq restore lantern 12 -n", N_("say what would happen, and list the changes")},
    {"prfaq restore lantern 12 --change 3", N_("only the third of them")},
    END_EXAMPLES,
};

const Example rename_examples[] = {
    {"prfaq rename lantern mill-orders", N_("lantern.md becomes mill-orders.md")},
    {"prfaq rename lantern ideas/lantern", N_("into the folder ideas")},
    END_EXAMPLES,
};

const Example remove_examples[] = {
    {"prfaq remove lantern --confirm=lantern", N_("a revision without it")},
    END_EXAMPLES,
};

const Example figures_examples[] = {
    {"prfaq figures lantern", N_("how much of the limits the document uses")},
    {"prfaq figures lantern --json", N_("the same for a program")},
    END_EXAMPLES,
};

const Example parts_examples[] = {
    {"prfaq parts lantern", N_("which sections and questions the program sees")},
    {"prfaq parts other.md --json", N_("the same for a program")},
    END_EXAMPLES,
};

const Example show_examples[] = {
    {"prfaq show lantern@3", N_("the document as it was in revision 3")},
    {"prfaq show lantern@3 -o old.md", N_("the same, byte for byte, into a file")},
    {"prfaq show lantern --who --part problem", N_("who wrote the words of a section, and when")},
    END_EXAMPLES,
};

const Example diff_examples[] = {
    {"prfaq diff lantern", N_("words that are not saved yet, else the last revision's")},
    {"prfaq diff lantern 13 15", N_("what changed from revision 13 to 15")},
    END_EXAMPLES,
};

const Example ask_examples[] = {
    {"prfaq ask lantern --quote \"One owner in three\" \"Of how many owners?\"", N_("ask about some words")},
    {"prfaq ask lantern --part problem --owner Jun --due 2bd \"Who told us?\"", N_("ask one person, with time until the day after tomorrow")},
    {"prfaq ask lantern --kind must-fix --part solution - < note.txt", N_("something that has to change, from a file")},
    END_EXAMPLES,
};

const Example reply_examples[] = {
    {"prfaq reply lantern:Q7 \"24 interviews in April\"", N_("answer question 7 of lantern")},
    {"prfaq reply k3f9 -", N_("answer by id, with words from standard input")},
    {"prfaq reply lantern:Q7 --move --quote \"one owner in four\"", N_("put question 7 on words that are there")},
    END_EXAMPLES,
};

const Example exercise_examples[] = {
    {"prfaq exercise lantern", N_("what the room wrote, numbered")},
    {"prfaq exercise lantern --add \"Who pays when it rains?\"", N_("one line more")},
    END_EXAMPLES,
};

const Example five_examples[] = {
    {"prfaq five lantern", N_("each person answers alone, then all are shown")},
    {"prfaq five lantern --reveal", N_("show all answers beside each other")},
    {"prfaq five lantern --keep group", N_("keep what the group wrote, remove the sheets")},
    END_EXAMPLES,
};

const Example deck_examples[] = {
    {"prfaq deck lantern", N_("draw a question, answer it, ask it, put it into the FAQ")},
    {"prfaq deck lantern --role cfo", N_("be the CFO for five minutes")},
    {"prfaq deck lantern --matrix", N_("who asks what, and what is answered")},
    {"prfaq deck lantern --card economics-price --put --answer \"2 euros\"", N_("into the FAQ, with its answer")},
    END_EXAMPLES,
};

const Example resolve_examples[] = {
    {"prfaq resolve lantern:Q7", N_("close what you asked")},
    {"prfaq resolve lantern:Q7 --override \"Dana has left the team\"", N_("close what another asked")},
    END_EXAMPLES,
};

const Example suggest_examples[] = {
    {"prfaq suggest lantern --quote \"significantly more\" \"three times as\"", N_("other words for some of the document")},
    END_EXAMPLES,
};

const Example accept_examples[] = {
    {"prfaq accept lantern:S3", N_("take the suggested words, and save them as a revision")},
    END_EXAMPLES,
};

const Example questions_examples[] = {
    {"prfaq questions lantern", N_("what is open about lantern")},
    {"prfaq questions --all", N_("of all documents, what is closed too")},
    {"prfaq questions lantern --to criticmarkup -o lantern-review.md", N_("the document with the questions in it")},
    END_EXAMPLES,
};

const Example review_examples[] = {
    {"prfaq review lantern", N_("what changed since you last read it, with the questions")},
    {"prfaq review lantern --since 13", N_("what changed since revision 13")},
    {"prfaq review lantern --since 13 --html -o review.html", N_("a page to send to somebody without prfaq")},
    {"prfaq review lantern --read", N_("the same; the next time begins here")},
    END_EXAMPLES,
};

const Example landed_examples[] = {
    {"prfaq landed lantern", N_("what was agreed about lantern, and what became of it")},
    {"prfaq landed --json", N_("of all documents, for a script")},
    END_EXAMPLES,
};

const Example who_examples[] = {
    {"prfaq who add \"Mina Park\"", N_("put a person on the roster")},
    {"prfaq who Mina --with Jun --with Ava", N_("Mina types, Jun and Ava are in the room")},
    {"prfaq who", N_("who types now")},
    END_EXAMPLES,
};

const Example template_examples[] = {
    {"prfaq template list", N_("which templates there are")},
    {"prfaq template show prfaq --lang ko > .prfaq/templates/ko/ours.md", N_("begin an own template")},
    {"prfaq template check .prfaq/templates/ko/ours.md", N_("is it well formed?")},
    END_EXAMPLES,
};

const Example workshop_examples[] = {
    {"prfaq workshop start lantern", N_("begin, with the agenda of the template")},
    {"prfaq workshop start lantern --agenda hundred-questions", N_("twenty minutes of questions")},
    {"prfaq workshop status", N_("which item it is, and what is left")},
    {"prfaq workshop stop --to /media/stick", N_("write the bundle, the page and the document there")},
    END_EXAMPLES,
};

const Example print_examples[] = {
    {"prfaq print lantern -o lantern-paper.html", N_("for a reading on paper; print it in a browser")},
    {"prfaq print lantern --paper letter -o lantern-paper.html", N_("the same on Letter")},
    {"prfaq print lantern --sheets -o sheets.html", N_("sheets for the five questions")},
    END_EXAMPLES,
};

const Example meet_examples[] = {
    {"prfaq meet lantern", N_("begin to read lantern together, or go on")},
    {"prfaq meet lantern --export \"Jun Lee\" -o jun.json", N_("what Jun noted on a laptop of his own")},
    {"prfaq meet lantern --import jun.json", N_("… taken in, and hidden until all notes open")},
    {"prfaq meet lantern --answers decision.tsv", N_("a meeting on paper, written down")},
    END_EXAMPLES,
};

const Example ready_examples[] = {
    {"prfaq ready lantern", N_("what stands in the way of its readers, then three questions")},
    {"prfaq ready lantern --answers proof.tsv", N_("the answers from a file")},
    {"prfaq ready lantern --reason \"The price is decided on Friday\"", N_("it is read with what is left to fix")},
    END_EXAMPLES,
};

const Example leave_examples[] = {
    {"prfaq leave", N_("before somebody else uses this login")},
    {"prfaq leave --dry-run", N_("what would be removed")},
    END_EXAMPLES,
};

const Example recover_examples[] = {
    {"prfaq recover", N_("which words were typed and are in no file")},
    {"prfaq recover --print lantern > lantern-recovered.md", N_("the newest of them, as a file")},
    END_EXAMPLES,
};

const Example doctor_examples[] = {
    {"prfaq doctor", N_("what stands in the way, and the line that puts it right")},
    {"prfaq doctor keys", N_("what a key sends and which command it is")},
    END_EXAMPLES,
};

const Example tutorial_examples[] = {
    {"prfaq tutorial", N_("learn the writing screen in twenty minutes")},
    {"prfaq tutorial --lang ko", N_("the same on a Korean document")},
    END_EXAMPLES,
};

const Example tour_examples[] = {
    {"prfaq tour", N_("see the whole way once, in a minute")},
    {"prfaq --lang ko tour", N_("the same in Korean")},
    END_EXAMPLES,
};

const Example config_examples[] = {
    {"prfaq config list --show-origin", N_("all settings and where they come from")},
    {"prfaq config set ui.lang ko", N_("the interface in Korean from now on")},
    END_EXAMPLES,
};

const Example git_setup_examples[] = {
    {"prfaq git-setup", N_("git diff, git log and git merge by words, in this clone")},
    {"prfaq git-setup --undo", N_("as it was before")},
    END_EXAMPLES,
};

const Example merge_examples[] = {
    {"prfaq merge lantern tomas", N_("put the draft of the branch tomas into yours")},
    {"prfaq merge lantern tomas --choose 1=both --choose 2=theirs", N_("decide two places")},
    {"prfaq merge lantern", N_("the same when git is in a merge, or the file holds its marks")},
    END_EXAMPLES,
};

const Example hook_examples[] = {
    {"prfaq hook install", N_("show findings at each commit, and stop none")},
    {"prfaq hook install --block", N_("stop commits with something to fix")},
    {"prfaq hook remove", N_("as it was before")},
    END_EXAMPLES,
};

const Example lsp_examples[] = {
    {"prfaq lsp", N_("what an editor runs; docs/editors.md has the settings")},
    END_EXAMPLES,
};

const Example rules_examples[] = {
    {"prfaq rules", N_("all rules, and how much each weighs")},
    {"prfaq rules hedge-word", N_("why it is one, with examples, and how to silence it")},
    END_EXAMPLES,
};

const Example completion_examples[] = {
    {"source <(prfaq completion bash)", N_("complete commands and names in this shell")},
    END_EXAMPLES,
};

const Example help_examples[] = {
    {"prfaq help save", N_("all about one command")},
    {"prfaq help --all", N_("every command in one line")},
    END_EXAMPLES,
};

const Example version_examples[] = {
    {"prfaq version", N_("which version this is")},
    END_EXAMPLES,
};
/* clang-format on */
