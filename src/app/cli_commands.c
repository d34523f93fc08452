#include "app/cli_commands.h"

#include "app/cli_tables.h"
#include "base/message.h"

/* clang-format off */

#define COMPLETE_1(a) {COMPLETE_##a, COMPLETE_NOTHING, COMPLETE_NOTHING}

static const CliCommand commands[] = {
    {"init", GROUP_WRITE, "[DIR]",
     N_("make a folder that keeps revisions"),
     N_("Makes the folder DIR when it is missing, and a git repository with the branch main in it. "
        "Nothing is written beside the history: the folder stays as it is. Doing it again changes nothing."),
     no_options, init_examples, command_init, 0, 1, NULL, COMPLETE_1(FOLDER), COMMAND_JSON},
    {"new", GROUP_WRITE, "NAME [--template T] [--lang L] [--title TEXT] [--origin WHERE]",
     N_("start a document from a template"),
     N_("Writes NAME.md with the sections of the template, and keeps no revision yet: the first save is "
        "revision 1. A file that exists is never replaced."),
     new_options, new_examples, command_new, 1, 1, NULL, COMPLETE_1(NOTHING), COMMAND_JSON},
    {"write", GROUP_WRITE, "DOC|FILE",
     N_("open the document in the writing screen"),
     N_("Leads from section to section, checks while you write, shows the preview, and saves revisions (^S). "
        "Any Markdown file can be opened; outside a workspace no revisions are kept. Needs a terminal, unless "
        "--linear is given. The keys are in prfaq-keys(7) and on the screen under ^G.\n\n"
        "--linear asks and answers in plain lines, for screen readers and scripts; ? lists what can be typed."),
     no_options, write_examples, command_write, 1, 1, NULL, COMPLETE_1(DOCUMENT), 0},
    {"interview", GROUP_WRITE, "DOC|FILE",
     N_("answer questions, and get a first draft"),
     N_("Asks the guiding questions of each empty section one by one, and the questions of the FAQ that have no "
        "answer yet, in plain lines: Enter skips, b goes back, ? shows the guide with an example. Stop whenever you "
        "like: what you said is kept, and the next time goes on where you stopped. At the end, or with \"done\", "
        "your answers are put together in the document, where nothing stands yet or only places to fill in; "
        "nothing that somebody wrote is changed. No revision is made.\n\n"
        "Without a terminal the answers are the lines of standard input."),
     no_options, interview_examples, command_interview, 1, 1, NULL, COMPLETE_1(DOCUMENT), 0},
    {"preview", GROUP_WRITE, "DOC",
     N_("read the document as it will look"),
     N_("Shows headings, lists, quotes, links and tables as text. DOC is a name or a path, also outside a "
        "workspace; - reads standard input."),
     preview_options, preview_examples, command_preview, 1, 1, NULL, COMPLETE_1(DOCUMENT), 0},
    {"check", GROUP_WRITE,
     "[DOC|PATH...] [--all] [--fail-on LEVEL]\n"
     "[DOC|PATH...] [--all] --baseline-write [--reason TEXT]\n"
     "[DOC|PATH...] [--all] --baseline-stale",
     N_("look for what is missing or unclear"),
     N_("Reads documents and reports findings: to fix (error), to look at (warning) and for reference (info). "
        "A PATH may be a folder: its documents are taken. "
        "Without an argument the only document of the workspace is taken, with --all every one.\n\n"
        "A document is a Markdown file that was made from a template or adopted, or that is plainly a PR/FAQ by "
        "its name, its labels or its words; a README beside it is none. A file that is named is always taken.\n\n"
        "Ends with 0 when nothing is at or above the level of --fail-on, with 1 when something is. Checks "
        "never stop anyone from saving, and change a file only when asked to.\n\n"
        "--fix puts right what takes no judgement: marks, slips of the keyboard, words the glossary or a list "
        "replaces. It says what it changed and keeps no revision. A fix that adds a section or deletes a sentence "
        "is made only when its rule is named: --fix --rule ID. What is silenced is left alone. With --dry-run the "
        "changes are shown and nothing is written.\n\n"
        "--format sarif is for code hosts and editors, --format github for a workflow of GitHub Actions. What each "
        "rule means: prfaq rules ID.\n\n"
        "A finding is silenced by a comment in the text, <!-- prfaq-ok RULE: reason -->, by a setting, or "
        "accepted with what a document already has: --baseline-write keeps that in .prfaq/baseline.tsv. "
        "Silenced findings stay in the list with their reason."),
     check_options, check_examples, command_check, 0, -1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON | COMMAND_ALONE},
    {"save", GROUP_WRITE, "DOC [-m NOTE]",
     N_("keep a revision of the document"),
     N_("Keeps the words of the file as a new revision, under the name of the person who types (prfaq who). "
        "Only this file is taken; other changed or staged files stay as they are. When nothing is new it "
        "says so. Outside a workspace no revision is kept, and it says that."),
     save_options, save_examples, command_save, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"export", GROUP_WRITE, "DOC --to html|md|txt [-o FILE] [--headings]",
     N_("make a file for people without prfaq"),
     N_("HTML is one page that needs nothing else and is set for printing. The press release is printed "
        "without section headings, so that it reads as one, unless --headings is given. Without -o the result "
        "goes to standard output."),
     export_options, export_examples, command_export, 1, 1, NULL, COMPLETE_1(DOCUMENT), 0},
    {"adopt", GROUP_WRITE, "DOC|FILE [--yes|--undo]",
     N_("confirm the sections of a document from elsewhere"),
     N_("Shows which sections were found in a document that was not made with prfaq, and how: by their labels, or "
        "by their place and their words. You say of each whether that is so. Then every section that you "
        "confirmed gets a hidden comment with its id, <!-- prfaq-id: problem -->, on a line of its own. Nothing "
        "else in the file changes, and the text looks as before. No revision is made.\n\n"
        "--yes takes every section that is at least 60 % sure, and says which were left out. --undo takes the "
        "comments out again. --dry-run shows what would be written."),
     adopt_options, adopt_examples, command_adopt, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"split-faq", GROUP_WRITE, "DOC|FILE [--yes]",
     N_("divide one FAQ into external and internal"),
     N_("An FAQ that is not divided holds questions of customers and of the team together. For each question it is "
        "proposed who asks it: by the questions that prfaq knows, by the heading over its group, by its words. You "
        "say what it is. Then the questions stand under two headings, in their old order, each with its answer, "
        "byte for byte; a heading over a group goes with its questions. No revision is made."),
     split_options, split_examples, command_split_faq, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"list", GROUP_LOOK, "[--all|--portfolio]",
     N_("all documents of the workspace"),
     N_("A document is a Markdown file that was made from a template or adopted, or that is plainly a PR/FAQ by "
        "its name, its labels or its words. --all shows archived documents and every other Markdown file too.\n\n"
        "--portfolio is a table of all documents: the stage, what was decided, the time since the first revision, "
        "open questions (! one of them is overdue) and revisions. What was decided with a no, or put off, is "
        "archived: it stands apart, with the reason and what would bring it back."),
     list_options, list_examples, command_list, 0, 0, NULL, COMPLETE_1(NOTHING), COMMAND_JSON},
    {"log", GROUP_LOOK, "DOC [--limit N] [--part ID] [--findings] [--all]",
     N_("all revisions of a document"),
     N_("Newest first: number, time, author, words, and what was changed or said. The numbers count the revisions of "
        "this document from 1 and stay the same; they follow it when it is renamed. A star stands at those that have "
        "a name or a note. Several small saves of one person, each soon after the other, are one row; --all shows "
        "them. Beyond the newest 200 rows the words are those of the message."),
     log_options, log_examples, command_log, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"name", GROUP_LOOK, "DOC REV NAME\nDOC NAME --remove",
     N_("give a revision a name"),
     N_("A revision that people speak of gets a name: \"Sent to Dana\". It is kept as the annotated tag "
        "prfaq/DOC/NAME, which git push --tags shares. The name can stand wherever a revision can. --remove takes "
        "it away; the revision stays."),
     name_options, name_examples, command_name, 2, 3, NULL, {COMPLETE_DOCUMENT, COMPLETE_REVISION, COMPLETE_NOTHING},
     COMMAND_JSON},
    {"restore", GROUP_LOOK, "DOC REV [--part ID]... [--change N]",
     N_("bring back the whole, some sections, or one change"),
     N_("Makes a new revision with the words of revision REV: of the whole document, of the sections named with "
        "--part, or of one change alone; -n without either lists the changes with their numbers. The rest stays as "
        "it is, byte for byte. Nothing is lost: words that are in no revision get one first, what "
        "was there stays in the history, and restoring the revision before undoes it. Before anything is done it says "
        "which open questions would lose their words; -n says it and does nothing."),
     restore_options, restore_examples, command_restore, 2, 2, NULL,
     {COMPLETE_DOCUMENT, COMPLETE_REVISION, COMPLETE_NOTHING}, COMMAND_JSON},
    {"rename", GROUP_LOOK, "DOC NAME",
     N_("give a document another name"),
     N_("The file, the questions of its review and the names of its revisions get the new name in one revision; its "
        "history goes on. Without a folder in NAME it stays in its folder. Refused while somebody has it open."),
     no_options, rename_examples, command_rename, 2, 2, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"remove", GROUP_LOOK, "DOC --confirm=NAME",
     N_("take a document out of the workspace"),
     N_("Removes the file and the questions of its review in one revision; git keeps both in the history. The name "
        "has to be typed once more. A document that is in no revision is not removed."),
     remove_options, remove_examples, command_remove, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"figures", GROUP_LOOK, "DOC|FILE",
     N_("lengths, reading time, who acts, how the FAQ answers"),
     N_("Counts the words of the press release, the FAQ and the whole against their limits, the minutes it takes "
        "to read in silence, who acts first in the sentences of the release, and in what form each answer "
        "answers: yes, no, a number, a date, a name, not known yet, or an essay. The figures are shown, not "
        "judged: what is too long or missing, prfaq check says."),
     no_options, figures_examples, command_figures, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"parts", GROUP_LOOK, "DOC|FILE",
     N_("which sections and questions a document has"),
     N_("Says where each section of the press release and each question stands, how it was found and how sure "
        "that is: by an id in the file, by its label, or by its place and its words. Any Markdown file can be "
        "read, also one that was not made with prfaq and one outside a workspace; - reads standard input. "
        "When the file is no PR/FAQ it says why; it can be edited all the same."),
     no_options, parts_examples, command_parts, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"show", GROUP_LOOK, "DOC[@REV] [-o FILE]\nDOC[@REV] --who [--part ID]",
     N_("the text of the document, now or then"),
     N_("REV is the number of a revision, or whatever git understands. Characters that are not visible are "
        "shown in a visible form, unless the output is a file: then the bytes are exact.\n\n"
        "--who says of the words of each section with which revision they came, when that was and who wrote "
        "them, word by word: words that moved, or whose paragraph was changed around them, stay with who wrote "
        "them first."),
     show_options, show_examples, command_show, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"diff", GROUP_LOOK, "DOC [A [B]]",
     N_("what changed, word by word"),
     N_("Added words stand in {+ +}, removed words in [- -], section by section. Without revisions: the words that "
        "are not saved yet against the last revision, or the last two revisions when everything is saved. With "
        "A: from revision A to the file. With A and B: from A to B."),
     diff_options, diff_examples, command_diff, 1, 3, NULL,
     {COMPLETE_DOCUMENT, COMPLETE_REVISION, COMPLETE_REVISION}, COMMAND_JSON},
    {"review", GROUP_REVIEW, "DOC [--since REV] [--read]\nDOC [--since REV] --html [-o FILE]",
     N_("what changed since you last read it, and what is asked"),
     N_("Shows what changed since you last read the document, with the questions and comments about it. How far "
        "you have read is kept in this clone, for each person (prfaq who): --read notes that you have read up to "
        "the last revision, and the next time begins there. Who has not read the document here begins at the last "
        "revision they wrote, else at the last change of somebody else.\n\n"
        "Added words stand in {+ +}, removed words in [- -]; a bar stands before what changed, and each question "
        "under the words it is about.\n\n"
        "--html makes one page of it that needs nothing else: marked, or both texts side by side, for a browser or "
        "for paper."),
     review_options, review_examples, command_review, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"questions", GROUP_REVIEW, "[DOC] [--all]\nDOC --to mrsf|criticmarkup|md [-o FILE] [--all]",
     N_("what was asked, and what is still open"),
     N_("Lists the questions, comments, suggestions and what must be fixed: open ones first, overdue ones before all. "
        "Each has a short name such as Q7 and says who asked, who answers, until when, and where it points: at the "
        "words as they were, at words that moved, or at words that were changed since, so that you look again. When "
        "too few of the words are left, it is without a place. Without DOC: of all documents.\n\n"
        "--to makes a file for people without prfaq: mrsf, a file of the Markdown Review Sidecar Format; criticmarkup, the "
        "document with the marks of CriticMarkup in it; md, a list to send.\n\n"
        "Ends with 1 while something that must be fixed is open."),
     questions_options, questions_examples, command_questions, 0, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"ask", GROUP_REVIEW, "DOC [--quote WORDS] [--part ID] TEXT",
     N_("ask about words, a section or the document"),
     N_("Puts a question at some words of the document, at a section, or at all of it. It is kept in git beside the "
        "document, in a file of its own under .prfaq/reviews, as a commit by the one who types; the document "
        "itself is not changed. The words are found again after it was edited.\n\n"
        "The kinds: question and must-fix wait for an answer, until --due or as the setting question.due says, and are "
        "an error of prfaq check when that is over; comment; agreed: somebody promised to change it; same-meaning: the "
        "section means what was reviewed, with the reason. TEXT may be - for standard input."),
     ask_options, ask_examples, command_ask, 2, 2, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"reply", GROUP_REVIEW, "ID TEXT\nID --move --quote WORDS [--part ID]",
     N_("answer a question, or put it on other words"),
     N_("ID is the id of the question, a beginning of it that no other has, or the short name with the document: "
        "lantern:Q7. The short name alone is enough where only one document has it. TEXT may be - for standard input. "
        "Who asked closes it, with prfaq resolve.\n\n"
        "A question whose words are gone is without a place. --move puts it on the words of --quote, as they stand in "
        "the document now: where it was before is kept with it."),
     reply_options, reply_examples, command_reply, 1, 2, NULL, COMPLETE_1(THREAD), COMMAND_JSON},
    {"resolve", GROUP_REVIEW, "ID [--override REASON|--undo]",
     N_("close a question"),
     N_("Who asked says that it is answered. Another closes it only with a reason, which is kept. ID as for "
        "prfaq reply."),
     resolve_options, resolve_examples, command_resolve, 1, 1, NULL, COMPLETE_1(THREAD), COMMAND_JSON},
    {"suggest", GROUP_REVIEW, "DOC --quote WORDS [--part ID] [-m NOTE] TEXT",
     N_("propose other words"),
     N_("Proposes TEXT for the words of --quote, which are given as they stand in the document, with their signs. Nothing "
        "changes until somebody takes them with prfaq accept. TEXT may be - for standard input."),
     suggest_options, suggest_examples, command_suggest, 2, 2, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"accept", GROUP_REVIEW, "ID",
     N_("take the words that somebody proposed"),
     N_("Puts the proposed words into the document, saves that as a revision by the one who types, with the one who "
        "proposed them as co-author, and closes the suggestion. When the words it replaces were changed since, or "
        "the document has words that are in no revision yet, nothing is done. ID as for prfaq reply."),
     no_options, accept_examples, command_accept, 1, 1, NULL, COMPLETE_1(SUGGESTION), COMMAND_JSON},
    {"merge", GROUP_LOOK, "DOC [REV|BRANCH] [--choose N=WHAT]...",
     N_("put two drafts of a document together"),
     N_("Two branches or clones changed the same document: what only one of them changed is taken, sentence by "
        "sentence. Where both changed the same sentence you decide: yours, theirs, both, neither, or words of your "
        "own, on a screen when you sit at a terminal. Until everything is decided nothing is written and it ends with "
        "4; your choices are kept, so that you can stop at any time and go on with the same command. --undo forgets "
        "them.\n\n"
        "Then the document gets a revision. When BRANCH changed nothing else, the revision has both for parents: the "
        "branch is merged. Other files are never touched; git merge takes them.\n\n"
        "Without REV: when git is in the middle of a merge and has left the document to you, or when the file holds "
        "the marks of one. Then the file is written, and git is told."),
     merge_options, merge_examples, command_merge, 1, 2, NULL,
     {COMPLETE_DOCUMENT, COMPLETE_REVISION, COMPLETE_NOTHING}, COMMAND_JSON},
    {"landed", GROUP_REVIEW, "[DOC]",
     N_("was what we agreed done?"),
     N_("Compares what was closed or agreed in a review with the document: each section as it was read then and as it is "
        "now. It is changed, with the words that differ, untouched, or removed. What was agreed is a thread of the "
        "kinds must-fix and agreed, and an item of a task list in the minutes under .prfaq/meetings that names a "
        "section: - [ ] Problem: say what it costs. Without DOC: of all documents.\n\n"
        "Ends with 1 when something that was agreed is untouched."),
     no_options, landed_examples, command_landed, 0, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"deck", GROUP_WORKSHOP,
     "[DOC] [--role R]\n"
     "DOC --card ID --answer TEXT|--put|--ask|--skip REASON\n"
     "[DOC] --matrix",
     N_("questions to ask: draw one, answer it, ask it, put it into the FAQ"),
     N_("260 questions that customers, leaders and colleagues ask, as a deck of cards. Those that the FAQ must "
        "answer are drawn first, then the core ones, then the others by chance; --role cfo draws only what the "
        "CFO asks. On a terminal it is a screen, else one card is printed. What the document answers already is "
        "not drawn.\n\n"
        "A card is answered now (the answer is kept with the deck), put into the FAQ, asked as a question of the "
        "review, or skipped with a reason. What was done stands in .prfaq/deck/, for everybody. After an answer: "
        "did it change the press release?\n\n"
        "--matrix shows who asks what and how much of it is answered. Without a document the questions of the "
        "bank are listed."),
     deck_options, deck_examples, command_deck, 0, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"exercise", GROUP_WORKSHOP, "DOC [--title TITLE] [--add TEXT|--drop]",
     N_("a hundred questions, the one-star review, guess the gap"),
     N_("Exercises collect lines: questions, complaints, guesses. The agenda of a workshop brings them (\"prfaq "
        "workshop start DOC --agenda hundred-questions\", one-star-review, guess-the-gap, or an item of the kind list); the "
        "writing screen then counts the lines, each under the name of who types it. They are kept in "
        ".prfaq/exercises/DOC.tsv, each at once, so that a crash loses none.\n\n"
        "In a guess, a line that begins with = says what it really is: \"= 51, survey of April\". Each guess then shows "
        "how far it was off."),
     exercise_options, exercise_examples, command_exercise, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"five", GROUP_WORKSHOP, "DOC [--reveal|--keep WHAT]",
     N_("the five customer questions: each alone, then all together"),
     N_("Before anything is written each person answers the five customer questions alone: who is the customer, "
        "what is the problem, the benefit, the evidence, the experience. Who types answers, then hands over (^U). "
        "Nobody sees an answer before the reveal: not on a screen, not with another command; the sheets are "
        "private files of this clone. Then all are shown beside each other, and the group writes its own answers. "
        "The room says what is kept, in .prfaq/five/; the sheets are removed.\n\n"
        "Without a terminal it says who has written how much; --linear asks in plain lines."),
     five_options, five_examples, command_five, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"who", GROUP_WORKSHOP, "\nadd NAME [--email ADDRESS]\nNAME [--with NAME]...",
     N_("who types, and who is in the room"),
     N_("Every revision carries the name of the person who types. \"who add\" puts a person on the roster of the "
        "workspace, which is kept in git for everybody. \"who NAME\" says who types on this computer from now "
        "on; --with names the others in the room, who are named in the revision too. NAME may be the initials "
        "or the beginning of a name.\n\n"
        "When nobody was chosen, git's own name is used; with a roster only when it is on it."),
     who_options, who_examples, command_who, 0, 2, "add", {COMPLETE_PERSON, COMPLETE_NOTHING, COMPLETE_NOTHING},
     COMMAND_JSON},
    {"workshop", GROUP_WORKSHOP, "start DOC [--agenda FILE] [--goal TEXT]\nstatus\nstop [--to DIR] [--goal TEXT]",
     N_("an agenda with a timer, and the way home at its end"),
     N_("\"start\" begins the agenda: that of FILE, else that of the document's template, else two hours. FILE may be a "
        "file, one of .prfaq/agendas, or one of day-one, two-hours, hundred-questions, one-star-review and "
        "guess-the-gap. From then on the writing screen shows the timer; when a time is up nothing is locked. A revision is "
        "kept at the end of each item and every ten minutes. \"status\" says where it stands; a crash or a reboot does "
        "not end it.\n\n"
        "\"stop\" writes a git bundle of everything, the document as a web page and as Markdown to a folder or a "
        "stick, clones the bundle to make sure, and shows the goal line before and after. Nothing that is there is "
        "written over. It refuses while words are in no revision. After it, prfaq leave clears the laptop."),
     workshop_options, workshop_examples, command_workshop, 1, 2, "start|status|stop",
     {COMPLETE_NOTHING, COMPLETE_DOCUMENT, COMPLETE_NOTHING}, COMMAND_JSON},
    {"ready", GROUP_WORKSHOP, "DOC [--reason TEXT] [--answers FILE]",
     N_("may the document go to its readers?"),
     N_("Says what stands in the way: questions that are overdue, sections that must be there, everything to fix. Then "
        "it asks three questions, each with yes or no and one line of proof. With the answers the document goes into "
        "review: its front matter says stage: review, and that is a revision whose message carries the answers. With "
        "something in the way it needs a reason, in writing.\n\n"
        "Without a terminal the answers come from a file: the line \"prfaq-answers 1\", then a line each of NAME, a tab "
        "and the answer; the names are beliefs, deeds, waste and reason. Without one it only reports, and ends with 1 "
        "when something stands in the way."),
     ready_options, ready_examples, command_ready, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"print", GROUP_WORKSHOP, "DOC [--paper a4|letter] [--sheets] [-o FILE]",
     N_("paper for reading it together"),
     N_("Makes an HTML page that is set for paper: each paragraph has its number in the margin (\"Problem 2\"), so that "
        "people can speak about it, to the right is room for a pencil, and each page says which revision it is and which "
        "page of how many. Behind the document stands a form to hand back, for notes, a general remark and a vote. "
        "Print it in a browser. The words of the form are in the language of the interface.\n\n"
        "--sheets makes a sheet for the five questions that each person answers alone, in the language of the document. "
        "Without -o the page goes to standard output."),
     print_options, print_examples, command_print, 1, 1, NULL, COMPLETE_1(DOCUMENT), 0},
    {"meet", GROUP_WORKSHOP,
     "DOC [--answers FILE] [--again]\nDOC --import FILE...\nDOC --export NAME [-o FILE]",
     N_("read a document together, and decide"),
     N_("The last revision is read in silence, for as long as its words take, in pages of one size. Readers take turns at "
        "the laptop, or read elsewhere; what each one notes stays hidden until all notes open together, by paragraph. "
        "Then each reader says one general remark, the most senior last; the paragraphs are talked through, and what is "
        "agreed is written down; everybody votes unseen; and one person decides, with reason, door, owner, date and "
        "dissent.\n\n"
        "The minutes are kept in .prfaq/meetings, what was agreed becomes threads (prfaq landed), and the document says "
        "what was decided: a no archives it. Each line is kept in this clone before the next is asked for: stop when you "
        "like, the same command goes on.\n\n"
        "Without a terminal --answers reads what was said from a file. Without one it only says who has read."),
     meet_options, meet_examples, command_meet, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"leave", GROUP_WORKSHOP, "[--yes]",
     N_("remove what this login holds of everybody"),
     N_("For a computer that several people use under one name: removes the words that were put aside, the answers of "
        "interviews, how far documents were read, what programs left behind, and who was chosen to type here, and says what it removed. Documents, revisions and settings stay. "
        "It refuses while words are in no file and no revision, and needs --yes without a terminal."),
     leave_options, leave_examples, command_leave, 0, 0, NULL, COMPLETE_1(NOTHING), COMMAND_JSON},
    {"template", GROUP_OTHER, "list\nshow NAME [--lang L]\ncheck FILE",
     N_("the templates there are, and your own"),
     N_("Own templates are Markdown files in .prfaq/templates/LANG/ of the workspace or in the folder "
        "prfaq/templates/LANG/ of your data directory; they come before those built in."),
     template_options, template_examples, command_template, 1, 2, "list|show|check",
     {COMPLETE_NOTHING, COMPLETE_TEMPLATE, COMPLETE_NOTHING}, COMMAND_JSON},
    {"rules", GROUP_OTHER, "[ID]",
     N_("what the checks look for, and why"),
     N_("Lists the rules of prfaq check by group, with their levels in the profiles default, strict and workshop. "
        "With an ID: the reason for the rule, a bad and a good example, where it applies, what it leaves alone, "
        "whether prfaq can fix it, and how to silence it in a paragraph, a document or the workspace."),
     rules_options, rules_examples, command_rules, 0, 1, NULL, COMPLETE_1(RULE), COMMAND_JSON},
    {"config", GROUP_OTHER, "[list] [--show-origin]\nget NAME\nset NAME VALUE [--workspace]\nunset NAME [--workspace]",
     N_("read and change settings"),
     N_("Settings are kept in git's configuration format: yours in the file prfaq/config of your configuration "
        "directory, those of a workspace in .prfaq/config. An option of the command line comes first, then a "
        "variable PRFAQ_..., then the workspace, then yours. A file with a line that does not parse is left out "
        "and stays as it is: every command says so and goes on, and this one stops."),
     config_options, config_examples, command_config, 0, 3, "list|get|set|unset",
     {COMPLETE_NOTHING, COMPLETE_SETTING, COMPLETE_NOTHING}, COMMAND_JSON | COMMAND_STRICT},
    {"tour", GROUP_OTHER, "",
     N_("see the whole way once, in a minute"),
     N_("Works in a folder of its own that is removed again: takes a template, writes answers, checks, makes an "
        "HTML page, keeps two revisions and shows the changes between them. Ends with 0 only when every step did "
        "what it says. Your files and your git settings are not touched."),
     no_options, tour_examples, command_tour, 0, 0, NULL, COMPLETE_1(NOTHING), 0},
    {"tutorial", GROUP_OTHER, "[--lang L] [--again]",
     N_("learn the writing screen in twenty minutes"),
     N_("Opens a document to learn on, in a workspace of its own in your state folder, so that nothing of yours is "
        "touched. A line at the bottom says what to press, and goes on when you have done it. The next time it opens "
        "as you left it. The steps are in prfaq-tutorial(7), too."),
     tutorial_options, tutorial_examples, command_tutorial, 0, 0, NULL, COMPLETE_1(NOTHING), 0},
    {"recover", GROUP_OTHER, "[DOC|FILE|ID] [--list|--print]",
     N_("words that a crash or a closed window left behind"),
     N_("Every word typed in the writing screen is kept in a journal until it is in a revision. When the program, the "
        "window or the computer stops, the next prfaq write of the document offers the words again. This command "
        "lists them: whose they are, from when, how many; and those that were put aside, which are kept for 30 days. "
        "With --print the whole text with the newest words goes to standard output; nothing is changed."),
     recover_options, recover_examples, command_recover, 0, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"doctor", GROUP_OTHER, "[keys]",
     N_("what stands in the way here, and how to put it right"),
     N_("Looks at the terminal, the locale, the settings, the folders for unsaved words, who signs, the repository, "
        "git, your editor, the clipboard and the dictionaries. Each line says ok, note (works, but could be better) "
        "or problem; below a note or a problem stands what to type. Nothing is changed. Ends with 1 when there is a "
        "problem.\n\n"
        "keys shows for each key you press its name, the bytes it sends and its command. Esc twice, or q twice, "
        "ends it. It works on every terminal."),
     no_options, doctor_examples, command_doctor, 0, 1, "keys", COMPLETE_1(NOTHING), COMMAND_JSON | COMMAND_ALONE},
    {"hook", GROUP_OTHER, "install [--block] [--fail-on LEVEL]\nremove\nrun [--block] [--fail-on LEVEL]",
     N_("see findings when you commit with git"),
     N_("Puts a pre-commit hook into the repository: at each git commit it checks the documents in it, as they are "
        "staged, and lists what is to fix and to look at. The commit goes on, unless --block is given. A hook that "
        "is there already is kept and runs first; remove puts it back.\n\n"
        "The hook is a file of this clone: it is not shared, and runs nothing of the repository but the hook that was "
        "there. run is what it calls; call it from a hook of your own where another program writes the hooks. prfaq "
        "save runs no hooks."),
     hook_options, hook_examples, command_hook, 1, 1, "install|remove|run", COMPLETE_1(NOTHING), COMMAND_JSON | COMMAND_ALONE},
    {"git-setup", GROUP_OTHER, "[--undo]",
     N_("let git show and merge documents by words"),
     N_("Tells git of this clone how to treat documents. git diff and git difftool -t prfaq print what changed, word "
        "by word. git log -p and git show list the sentences that changed, and print the same as git diff with "
        "--ext-diff. git merge, git pull and git rebase put together what two people wrote sentence by sentence; "
        "where both changed the same sentence, both stand in the file between marks, with the one before them, "
        "and prfaq merge DOC asks which to take.\n\n"
        "Other Markdown files are shown and merged as before. What you or the repository have set already is left "
        "alone, and named. The settings stand in .git/config and .git/info/attributes: they are not shared. "
        "For programs that read patches: git diff --no-ext-diff --no-textconv."),
     git_setup_options, git_setup_examples, command_git_setup, 0, 9, NULL, COMPLETE_1(NOTHING),
     COMMAND_JSON | COMMAND_ALONE},
    {"lsp", GROUP_OTHER, "",
     N_("findings in your own editor"),
     N_("A language server on standard input and output, for editors that speak LSP: VS Code, Vim, Neovim, Helix and "
        "others start it themselves. It shows the findings of documents while you write, with their reasons, fixes "
        "and an outline of sections and questions. Markdown files that are no PR/FAQ are left alone. It never "
        "writes a file."),
     no_options, lsp_examples, command_lsp, 0, 0, NULL, COMPLETE_1(NOTHING), 0},
    {"completion", GROUP_OTHER, "bash|zsh|fish",
     N_("let the shell complete commands and names"),
     N_("Prints a script for the shell. It completes commands, options, document names, revisions, templates "
        "and people."),
     completion_options, completion_examples, command_completion, 1, -1, "bash|zsh|fish", COMPLETE_1(NOTHING),
     COMMAND_ALONE},
    {"help", GROUP_OTHER, "[COMMAND] [--all]",
     N_("help for a command"),
     N_("Without COMMAND: an overview."),
     help_options, help_examples, command_help, 0, 1, NULL, COMPLETE_1(COMMAND), COMMAND_ALONE},
    {"version", GROUP_OTHER, "",
     N_("which version this is"),
     N_("Prints the version of the program."),
     no_options, version_examples, command_version, 0, 0, NULL, COMPLETE_1(NOTHING),
     COMMAND_ALONE | COMMAND_JSON},
    {.name = NULL},
};
/* clang-format on */

const CliCommand *cli_commands(void)
{
    return commands;
}

const Option *cli_global_options(void)
{
    return global_options;
}

const CliCommand *cli_command(Str name)
{
    for (const CliCommand *c = commands; c->name; c++)
        if (str_eq(str_from(c->name), name))
            return c;
    return NULL;
}

const char *cli_group_name(CommandGroup group)
{
    switch (group) {
    case GROUP_WRITE:
        return C_("commands", "Write");
    case GROUP_LOOK:
        return C_("commands", "Look");
    case GROUP_REVIEW:
        return C_("commands", "Review");
    case GROUP_WORKSHOP:
        return C_("commands", "Workshop");
    default:
        return C_("commands", "Other");
    }
}
