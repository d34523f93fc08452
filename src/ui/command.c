#include "ui/command.h"

#include <string.h>

#include "base/message.h"
#include "base/unicode.h"
#include "ui/checks.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/history.h"
#include "ui/keymap.h"
#include "ui/restore_screen.h"
#include "ui/spelling.h"

static const char *no_undo(const Model *m)
{
    return text_can_undo(m->ed.text) ? NULL : _("there is nothing to undo");
}

static const char *no_redo(const Model *m)
{
    return text_can_redo(m->ed.text) ? NULL : _("there is nothing to do again");
}

static const char *no_selection(const Model *m)
{
    Range r = editor_selection(&m->ed);
    return r.start < r.end ? NULL : _("nothing is selected");
}

static const char *is_workspace(const Model *m)
{
    return m->home.workspace ? _("this folder is a workspace already") : NULL;
}

static const char *no_revisions(const Model *m)
{
    if (m->view == VIEW_HOME)
        return m->home.workspace ? NULL : _("this folder keeps no revisions");
    return m->ed.tracked ? NULL
                         : _("this file is in no workspace, so it has no revisions");
}

static const char *no_older(const Model *m)
{
    int from, to;
    return changes_step(m, -1, &from, &to) ? NULL : _("there is no older revision");
}

static const char *no_newer(const Model *m)
{
    int from, to;
    return changes_step(m, 1, &from, &to) ? NULL : _("there is no newer revision");
}

/* While the text is not read anew nobody knows yet. */
static const char *no_check(const Model *m)
{
    return derive_needed(m) || checks_current(m) != NO_INDEX
               ? NULL
               : _("there is no check here");
}

static const char *no_silence(const Model *m)
{
    size_t at = checks_current(m);

    if (derive_needed(m))
        return NULL;
    if (at == NO_INDEX)
        return _("there is no check here");
    return checks_why_not_silence(&m->ed.derived.findings.items[at]);
}

static const char *no_fix(const Model *m)
{
    size_t at = checks_current(m);

    if (derive_needed(m))
        return NULL;
    if (at == NO_INDEX)
        return _("there is no check here");
    return m->ed.derived.findings.items[at].fix.kind == FIX_NONE
               ? _("only you can fix this one")
               : NULL;
}

static const char *no_outside(const Model *m)
{
    return m->ed.outside == OUTSIDE_SAME ? _("the file is as it was read here") : NULL;
}

static const char *no_merge(const Model *m)
{
    return m->ed.read_only ? _("it is only read here")
           : m->ed.tracked ? NULL
                           : _("no revisions are kept here");
}

static const char *no_interview(const Model *m)
{
    return m->ed.read_only ? _("it is only read here") : NULL;
}

static const char *no_ready(const Model *m)
{
    return m->ed.read_only || m->ed.lost_lease ? _("it is only read here")
           : m->ed.tracked                     ? NULL
                                               : _("no revisions are kept here");
}

static const char *no_dictionary(const Model *m)
{
    return m->spelling.english || m->spelling.korean
               ? NULL
               : _("there is no dictionary for spelling; prfaq doctor says why");
}

static const char *no_spelling(const Model *m)
{
    const char *why = no_dictionary(m);
    return why || m->spelling.on ? why : _("spelling is switched off");
}

static const char *no_misspelled(const Model *m)
{
    Range ignored;
    const char *why = no_spelling(m);
    return why || spelling_at(m, m->ed.caret, &ignored)
               ? why
               : _("no misspelled word is here");
}

/* clang-format off */
static const Command commands[] = {
    {CMD_SAVE, "save", N_("Save revision"), N_("commit checkpoint keep store"),
     GROUP_WRITE, IN_WRITE, 's', "prfaq save DOC", NULL, cmd_save},
    {CMD_SAVE_NOTE, "save-note", N_("Save with a note"), N_("commit message milestone"),
     GROUP_WRITE, IN_WRITE, 'S', "prfaq save DOC -m NOTE", NULL, cmd_save_note},
    {CMD_NEXT_SECTION, "next-section", N_("Next section"), N_("part question tab go forward"),
     GROUP_WRITE, IN_WRITE, 'n', "", NULL, cmd_next_section},
    {CMD_PREVIOUS_SECTION, "previous-section", N_("Previous section"), N_("part question back"),
     GROUP_WRITE, IN_WRITE, 'p', "", NULL, cmd_previous_section},
    {CMD_SECTIONS, "sections", N_("Sections"), N_("outline parts table of contents go to"),
     GROUP_WRITE, IN_WRITE, 'o', "prfaq list", NULL, cmd_sections},
    {CMD_FIND, "find", N_("Find in text"), N_("search look for"),
     GROUP_WRITE, IN_WRITE, 'i', "", NULL, cmd_find},
    {CMD_FIND_NEXT, "find-next", N_("Find next"), N_("search again"),
     GROUP_EDIT, IN_WRITE, 0, "", NULL, cmd_find_next},
    {CMD_FIND_PREVIOUS, "find-previous", N_("Find previous"), N_("search back up"),
     GROUP_EDIT, IN_WRITE, 0, "", NULL, cmd_find_previous},
    {CMD_REPLACE, "replace", N_("Replace"), N_("search change substitute all words"),
     GROUP_WRITE, IN_WRITE, 'I', "", NULL, cmd_replace},
    {CMD_SEARCH, "search", N_("Find on this screen"), N_("search look for words next previous"),
     GROUP_VIEW, IN_READ & ~IN_CHECKS & ~IN_CONFIRM & ~IN_QUESTIONS & ~IN_RESTORE, 0, "", NULL, cmd_search},
    {CMD_UNDO, "undo", N_("Undo"), N_("take back revert"),
     GROUP_EDIT, IN_WRITE | IN_CHECKS, 'z', "", no_undo, cmd_undo},
    {CMD_REDO, "redo", N_("Redo"), N_("again"),
     GROUP_EDIT, IN_WRITE | IN_CHECKS, 'Z', "", no_redo, cmd_redo},
    {CMD_CUT, "cut", N_("Cut"), N_("clipboard move delete"),
     GROUP_EDIT, IN_WRITE, 0, "", no_selection, cmd_cut},
    {CMD_COPY, "copy", N_("Copy"), N_("clipboard"),
     GROUP_EDIT, IN_WRITE, 0, "", NULL, cmd_copy},
    {CMD_PASTE, "paste", N_("Paste"), N_("clipboard insert"),
     GROUP_EDIT, IN_WRITE, 0, "", NULL, cmd_paste},
    {CMD_SELECT, "select", N_("Start selecting"), N_("mark block"),
     GROUP_EDIT, IN_WRITE, ' ', "", NULL, cmd_select},
    {CMD_SELECT_ALL, "select-all", N_("Select all"), N_("mark everything"),
     GROUP_EDIT, IN_WRITE, '*', "", NULL, cmd_select_all},
    {CMD_CUT_LINE, "cut-line", N_("Cut line"), N_("delete paragraph"),
     GROUP_EDIT, IN_WRITE, 0, "", NULL, cmd_cut_line},
    {CMD_DELETE_WORD, "delete-word", N_("Delete word left"), N_("erase"),
     GROUP_EDIT, IN_WRITE, 0, "", NULL, cmd_delete_word},
    {CMD_NEXT_ISSUE, "next-issue", N_("Next check"), N_("issue finding error warning problem"),
     GROUP_REVIEW, IN_WRITE, 'j', "prfaq check DOC", NULL, cmd_next_issue},
    {CMD_PREVIOUS_ISSUE, "previous-issue", N_("Previous check"), N_("issue finding error warning back"),
     GROUP_REVIEW, IN_WRITE, 'J', "prfaq check DOC", NULL, cmd_previous_issue},
    {CMD_LOOK, "look", N_("Look at this check"), N_("why reason explain finding details"),
     GROUP_REVIEW, IN_WRITE, 'x', "prfaq check DOC", no_check, cmd_look},
    {CMD_FIX, "fix", N_("Fix this check"), N_("mend correct repair apply quick finding"),
     GROUP_REVIEW, IN_WRITE | IN_CHECKS, '.', "prfaq check DOC --fix", no_fix, cmd_fix},
    {CMD_FIX_ALL, "fix-all", N_("Fix all of this kind"), N_("mend correct repair every same rule finding"),
     GROUP_REVIEW, IN_WRITE | IN_CHECKS, 0, "prfaq check DOC --fix", no_fix, cmd_fix_all},
    {CMD_SILENCE, "silence", N_("Silence, with reason"), N_("ignore suppress accept off quiet finding take back"),
     GROUP_REVIEW, IN_WRITE | IN_CHECKS, 'K', "", no_silence, cmd_silence},
    {CMD_RULE, "rule", N_("Explain the rule"), N_("why reason example help finding"),
     GROUP_REVIEW, IN_WRITE | IN_CHECKS, 0, "prfaq rules ID", no_check, cmd_rule},
    {CMD_CHECKS, "checks", N_("All checks"), N_("list issues findings errors warnings problems silenced"),
     GROUP_REVIEW, IN_WRITE | IN_PREVIEW, 'k', "prfaq check DOC", NULL, cmd_checks},
    {CMD_LEVELS, "levels", N_("Levels shown"), N_("errors warnings reference filter"),
     GROUP_REVIEW, IN_CHECKS, 0, "prfaq check DOC", NULL, cmd_levels},
    {CMD_FILTER, "filter", N_("Find among the checks"), N_("search filter words rule"),
     GROUP_REVIEW, IN_CHECKS, 0, "prfaq check DOC", NULL, cmd_filter},
    {CMD_NEXT_SPELLING, "next-spelling", N_("Next misspelling"), N_("spelling misspelled word typo dictionary suggestions hunspell"),
     GROUP_REVIEW, IN_WRITE, 'l', "", no_spelling, cmd_next_spelling},
    {CMD_PREVIOUS_SPELLING, "previous-spelling", N_("Previous misspelling"), N_("spelling misspelled word typo dictionary back"),
     GROUP_REVIEW, IN_WRITE, 'L', "", no_spelling, cmd_previous_spelling},
    {CMD_ADD_WORD, "add-word", N_("Add word to workspace"), N_("this spelling dictionary learn accept name"),
     GROUP_REVIEW, IN_WRITE, 'A', "", no_misspelled, cmd_add_word},
    {CMD_IGNORE_WORD, "ignore-word", N_("Ignore this word until I leave"), N_("spelling skip accept"),
     GROUP_REVIEW, IN_WRITE, 0, "", no_misspelled, cmd_ignore_word},
    {CMD_SPELLING, "spelling", N_("Spelling on or off"), N_("dictionary underline typo hunspell"),
     GROUP_VIEW, IN_WRITE, 0, "prfaq config set ui.spelling off", no_dictionary, cmd_spelling},
    {CMD_CHANGES, "changes", N_("Changes since save"), N_("diff redline what changed compare"),
     GROUP_REVIEW, IN_WRITE | IN_HOME | IN_HISTORY, 'D', "prfaq diff DOC", no_revisions, cmd_changes},
    {CMD_FIGURES, "figures", N_("Length and figures"), N_("document words budget reading time minutes subject answers count"),
     GROUP_REVIEW, IN_WRITE | IN_PREVIEW | IN_CHECKS, 'y', "prfaq figures DOC", NULL, cmd_figures},
    {CMD_NEXT_CHANGE, "next-change", N_("Next change"), N_("diff"),
     GROUP_REVIEW, IN_CHANGES, 0, "", NULL, cmd_next_change},
    {CMD_PREVIOUS_CHANGE, "previous-change", N_("Previous change"), N_("diff"),
     GROUP_REVIEW, IN_CHANGES, 0, "", NULL, cmd_previous_change},
    {CMD_OLDER, "older-revision", N_("What the revision before changed"), N_("older earlier back diff"),
     GROUP_REVIEW, IN_CHANGES, 0, "prfaq diff DOC A B", no_older, cmd_older},
    {CMD_NEWER, "newer-revision", N_("What the revision after changed"), N_("newer later next diff"),
     GROUP_REVIEW, IN_CHANGES, 0, "prfaq diff DOC A B", no_newer, cmd_newer},
    {CMD_HISTORY, "history", N_("History"), N_("log revisions versions"),
     GROUP_DOCUMENT, IN_WRITE | IN_HOME | IN_PREVIEW, 'h', "prfaq log DOC", no_revisions, cmd_history},
    {CMD_AUTHORS, "authors", N_("Who wrote this"), N_("blame annotate author words by whom since when"),
     GROUP_REVIEW, IN_WRITE | IN_HISTORY | IN_REVIEW, 0, "prfaq show DOC --who", no_revisions, cmd_authors},
    {CMD_MARK, "mark", N_("Mark to compare"), N_("diff two revisions"),
     GROUP_DOCUMENT, IN_HISTORY, 0, "prfaq diff DOC A B", NULL, cmd_mark},
    {CMD_SMALL_SAVES, "small-saves", N_("Small saves one by one"), N_("fold sitting autosave all"),
     GROUP_DOCUMENT, IN_HISTORY, 0, "prfaq log DOC --all", no_row, cmd_small_saves},
    {CMD_ONLY_SECTION, "only-section", N_("Only this section"), N_("part filter"),
     GROUP_DOCUMENT, IN_HISTORY, 0, "prfaq log DOC --part ID", NULL, cmd_only_section},
    {CMD_NAME_REVISION, "name-revision", N_("Name this revision"), N_("tag label star"),
     GROUP_DOCUMENT, IN_HISTORY, 0, "prfaq name DOC REV NAME", no_row, cmd_name_revision},
    {CMD_EXPORT, "export", N_("Export"), N_("html markdown text print pdf share"),
     GROUP_DOCUMENT, IN_WRITE | IN_HOME | IN_PREVIEW, 'e', "prfaq export DOC --to html", NULL, cmd_export},
    {CMD_NEW, "new", N_("New document"), N_("create start template"),
     GROUP_DOCUMENT, IN_HOME, 0, "prfaq new NAME", NULL, cmd_new},
    {CMD_WRITE, "write", N_("Write"), N_("edit open"),
     GROUP_DOCUMENT, IN_READ & ~IN_HELP & ~IN_CONFIRM & ~IN_MERGE, 0, "prfaq write DOC", NULL, cmd_write},
    {CMD_INIT, "init", N_("Make this folder a workspace"), N_("git repository start"),
     GROUP_DOCUMENT, IN_HOME, 0, "prfaq init", is_workspace, cmd_init},
    {CMD_WHO, "who", N_("Who types, hand over"), N_("user person author writer name"),
     GROUP_ROOM, IN_WRITE | IN_HOME | IN_FIVE | IN_EXERCISE, 'u', "prfaq who NAME", NULL, cmd_who},
    {CMD_TIMER, "timer", N_("Timer"), N_("workshop time minutes more pause stop add left"),
     GROUP_ROOM, IN_WRITE | IN_AGENDA | IN_EXERCISE, 't', "prfaq workshop status", no_item, cmd_timer},
    {CMD_PROJECTOR, "projector", N_("Projector view"), N_("beamer big text large screen room contrast"),
     GROUP_VIEW, IN_WRITE | IN_HOME, 'B', "", NULL, cmd_projector},
    {CMD_AGENDA, "agenda", N_("Agenda"), N_("workshop plan items boxes timetable behind"),
     GROUP_ROOM, IN_WRITE, 'a', "prfaq workshop status", no_workshop, cmd_agenda},
    {CMD_EXERCISE, "exercise", N_("Exercise: lines, counted"), N_("hundred questions one-star review guess the gap list lines workshop"),
     GROUP_ROOM, IN_WRITE | IN_AGENDA, 0, "prfaq exercise DOC", no_review, cmd_exercise},
    {CMD_EXERCISE_WRITE, "line", N_("Write lines of the exercise"), N_("exercise add answer question"),
     GROUP_ROOM, IN_EXERCISE, 0, "prfaq exercise DOC --add TEXT", no_exercise, cmd_exercise_write},
    {CMD_EXERCISE_DROP, "line-back", N_("Take back the last line"), N_("exercise remove undo drop"),
     GROUP_ROOM, IN_EXERCISE, 0, "prfaq exercise DOC --drop", no_exercise_line, cmd_exercise_drop},
    {CMD_NEXT_ITEM, "next-item", N_("Next item of the agenda"), N_("workshop skip go on time up"),
     GROUP_ROOM, IN_WRITE | IN_AGENDA | IN_EXERCISE, 0, "prfaq workshop status", no_item, cmd_next_item},
    {CMD_CLOSE, "close", N_("Close"), N_("quit exit leave end"),
     GROUP_DOCUMENT, IN_ANY, 'Q', "", NULL, cmd_close},
    {CMD_PREVIEW, "preview", N_("Preview"), N_("read rendered view"),
     GROUP_VIEW, IN_WRITE | IN_HOME | IN_PREVIEW, 'v', "prfaq preview DOC", NULL, cmd_preview},
    {CMD_MARKS, "marks", N_("Show hidden marks"), N_("comments front matter details yaml raw"),
     GROUP_VIEW, IN_WRITE, 'H', "", NULL, cmd_marks},
    {CMD_MOVE_UP, "move-up", N_("Move up"), N_("paragraph item question swap before higher"),
     GROUP_EDIT, IN_WRITE, '{', "", NULL, cmd_move_up},
    {CMD_MOVE_DOWN, "move-down", N_("Move down"), N_("paragraph item question swap after lower"),
     GROUP_EDIT, IN_WRITE, '}', "", NULL, cmd_move_down},
    {CMD_SECTION_UP, "move-section-up", N_("Move section up"), N_("part order before higher"),
     GROUP_EDIT, IN_WRITE, '(', "", NULL, cmd_section_up},
    {CMD_SECTION_DOWN, "move-section-down", N_("Move section down"), N_("part order after lower"),
     GROUP_EDIT, IN_WRITE, ')', "", NULL, cmd_section_down},
    {CMD_NEW_QUESTION, "new-question", N_("New question"), N_("add faq pair answer insert"),
     GROUP_WRITE, IN_WRITE, 'N', "", NULL, cmd_new_question},
    {CMD_INTERVIEW, "interview", N_("Interview"), N_("answer guiding questions first draft ask"),
     GROUP_WRITE, IN_WRITE, 0, "prfaq interview DOC", no_interview, cmd_interview},
    {CMD_READY, "ready", N_("Ready for review"), N_("self-check readers hand over stage done finish"),
     GROUP_REVIEW, IN_WRITE, 0, "prfaq ready DOC", no_ready, cmd_ready},
    {CMD_INDENT, "indent", N_("List item in"), N_("indent deeper nest right"),
     GROUP_EDIT, IN_WRITE, '>', "", NULL, cmd_indent},
    {CMD_OUTDENT, "outdent", N_("List item out"), N_("outdent unindent left"),
     GROUP_EDIT, IN_WRITE, '<', "", NULL, cmd_outdent},
    {CMD_GO_LINE, "go-line", N_("Go to line"), N_("number jump"),
     GROUP_WRITE, IN_WRITE, 'G', "", NULL, cmd_go_line},
    {CMD_EDITOR, "editor", N_("My own editor"), N_("vim emacs nano external EDITOR section"),
     GROUP_DOCUMENT, IN_WRITE, 'E', "prfaq write DOC", NULL, cmd_editor},
    {CMD_WIDTH, "width", N_("Text width"), N_("wrap columns narrow wide margin"),
     GROUP_VIEW, IN_WRITE, 'w', "prfaq config set ui.wrap 72", NULL, cmd_width},
    {CMD_TYPEWRITER, "typewriter", N_("Typewriter mode"), N_("focus centre middle row scroll"),
     GROUP_VIEW, IN_WRITE, 'W', "prfaq config set ui.typewriter on", NULL, cmd_typewriter},
    {CMD_MOUSE, "mouse", N_("Mouse on or off"), N_("select terminal copy click wheel give back"),
     GROUP_VIEW, IN_ANY, 'M', "prfaq config set ui.mouse off", NULL, cmd_mouse},
    {CMD_COLOURS, "colours", N_("Next colours"), N_("theme plain classic contrast mono colors dark light"),
     GROUP_VIEW, IN_ANY, '#', "prfaq config set ui.theme NAME", no_colours, cmd_colours},
    {CMD_ADOPT, "adopt", N_("Confirm the sections"), N_("adopt import recognise parts labels ids"),
     GROUP_DOCUMENT, IN_WRITE, 'Y', "prfaq adopt DOC", NULL, cmd_adopt},
    {CMD_SPLIT, "split-faq", N_("Divide the FAQ"), N_("external internal audience questions"),
     GROUP_DOCUMENT, IN_WRITE, 0, "prfaq split-faq DOC", NULL, cmd_split},
    {CMD_EXTERNAL, "external", N_("A customer asks it (external)"), N_("audience user"),
     GROUP_REVIEW, IN_SPLIT, 0, "prfaq split-faq DOC", NULL, cmd_external},
    {CMD_INTERNAL, "internal", N_("The team or a leader asks it (internal)"), N_("audience stakeholder"),
     GROUP_REVIEW, IN_SPLIT, 0, "prfaq split-faq DOC", NULL, cmd_internal},
    {CMD_CONFIRM_YES, "confirm-yes", N_("Yes, and on to the next"), N_("confirm right accept"),
     GROUP_REVIEW, IN_CONFIRM, 0, "prfaq adopt DOC", NULL, cmd_confirm_yes},
    {CMD_CONFIRM_NO, "confirm-no", N_("This is no section"), N_("reject wrong none"),
     GROUP_REVIEW, IN_ADOPT, 0, "prfaq adopt DOC", NULL, cmd_confirm_no},
    {CMD_CONFIRM_KIND, "confirm-kind", N_("It is another section"), N_("change kind choose"),
     GROUP_REVIEW, IN_ADOPT, 0, "prfaq adopt DOC", NULL, cmd_confirm_kind},
    {CMD_CONFIRM_HIGHER, "confirm-higher", N_("It begins a paragraph higher"), N_("move start up before"),
     GROUP_REVIEW, IN_ADOPT, 0, "prfaq adopt DOC", NULL, cmd_confirm_higher},
    {CMD_CONFIRM_LOWER, "confirm-lower", N_("It begins a paragraph lower"), N_("move start down after"),
     GROUP_REVIEW, IN_ADOPT, 0, "prfaq adopt DOC", NULL, cmd_confirm_lower},
    {CMD_CONFIRM_BACK, "confirm-back", N_("Back to the one before"), N_("previous"),
     GROUP_REVIEW, IN_CONFIRM, 0, "", NULL, cmd_confirm_back},
    {CMD_CONFIRM_WRITE, "confirm-write", N_("Write what is confirmed"), N_("apply finish done"),
     GROUP_REVIEW, IN_CONFIRM, 0, "prfaq adopt DOC --yes", NULL, cmd_confirm_write},
    {CMD_OUTSIDE, "outside", N_("The file and my words"), N_("changed outside merge put together difference conflict"),
     GROUP_DOCUMENT, IN_WRITE, 0, "", no_outside, cmd_outside},
    {CMD_MERGE, "merge", N_("Put another draft in"), N_("merge branch revision together combine"),
     GROUP_REVIEW, IN_WRITE, 0, "prfaq merge DOC BRANCH", no_merge, cmd_merge},
    {CMD_TAKE_MINE, "take-mine", N_("Take yours"), N_("merge choose conflict mine"),
     GROUP_REVIEW, IN_MERGE, 0, "", NULL, cmd_take_mine},
    {CMD_TAKE_THEIRS, "take-theirs", N_("Take the other one"), N_("merge choose conflict theirs file"),
     GROUP_REVIEW, IN_MERGE, 0, "", NULL, cmd_take_theirs},
    {CMD_TAKE_BOTH, "take-both", N_("Take both changes"), N_("merge choose conflict combine"),
     GROUP_REVIEW, IN_MERGE, 0, "", NULL, cmd_take_both},
    {CMD_TAKE_NEITHER, "take-neither", N_("Take neither: as it was before"), N_("merge choose conflict base former"),
     GROUP_REVIEW, IN_MERGE, 0, "", NULL, cmd_take_neither},
    {CMD_TAKE_OWN, "take-own", N_("Write it yourself"), N_("merge choose conflict own words edit"),
     GROUP_REVIEW, IN_MERGE, 0, "", NULL, cmd_take_own},
    {CMD_NEXT_PLACE, "next-place", N_("Next place to decide"), N_("merge conflict forward"),
     GROUP_REVIEW, IN_MERGE, 0, "", NULL, cmd_next_place},
    {CMD_PREVIOUS_PLACE, "previous-place", N_("Previous place"), N_("merge conflict back"),
     GROUP_REVIEW, IN_MERGE, 0, "", NULL, cmd_previous_place},
    {CMD_UNDO_CHOICE, "undo-choice", N_("Undo this choice"), N_("merge conflict take back open"),
     GROUP_REVIEW, IN_MERGE, 0, "", NULL, cmd_undo_choice},
    {CMD_MERGE_FINISH, "merge-finish", N_("Next open place, or finish"), N_("merge apply done result"),
     GROUP_REVIEW, IN_MERGE, 0, "", NULL, cmd_merge_finish},
    {CMD_RECOVER_KEEP, "recover-keep", N_("Keep these words"), N_("recover restore unsaved"),
     GROUP_DOCUMENT, IN_RECOVER, 0, "prfaq recover --print DOC", NULL, cmd_recover_keep},
    {CMD_RECOVER_SAVE, "recover-save", N_("Save these words as a revision"), N_("recover unsaved sign"),
     GROUP_DOCUMENT, IN_RECOVER, 0, "prfaq recover --print DOC", NULL, cmd_recover_save},
    {CMD_RECOVER_LOOK, "recover-look", N_("Look at all of these words"), N_("recover unsaved changes diff"),
     GROUP_DOCUMENT, IN_RECOVER, 0, "prfaq recover --print DOC", NULL, cmd_recover_look},
    {CMD_RECOVER_ASIDE, "recover-aside", N_("Put these words aside"), N_("recover unsaved drop discard"),
     GROUP_DOCUMENT, IN_RECOVER, 0, "prfaq recover --list", NULL, cmd_recover_aside},
    {CMD_REVIEW, "review", N_("Review changes"), N_("since read what changed redline diff"),
     GROUP_REVIEW, IN_WRITE | IN_HOME | IN_PREVIEW | IN_HISTORY, 'r', "prfaq review DOC", no_review, cmd_review},
    {CMD_REVIEW_NEXT, "review-next", N_("On to the next change"), N_("walk forward"),
     GROUP_REVIEW, IN_REVIEW, 0, "", NULL, cmd_review_next},
    {CMD_REVIEW_PREVIOUS, "review-previous", N_("Back to the change before"), N_("walk previous"),
     GROUP_REVIEW, IN_REVIEW, 0, "", NULL, cmd_review_previous},
    {CMD_REVIEW_OLDER, "review-older", N_("Since an older revision"), N_("begin earlier from"),
     GROUP_REVIEW, IN_REVIEW, 0, "prfaq review DOC --since REV", no_older_since, cmd_review_older},
    {CMD_REVIEW_NEWER, "review-newer", N_("Since a newer revision"), N_("begin later from"),
     GROUP_REVIEW, IN_REVIEW, 0, "prfaq review DOC --since REV", no_newer_since, cmd_review_newer},
    {CMD_REVIEW_VIEW, "review-view", N_("Marked, new text, side by side"), N_("view look columns"),
     GROUP_REVIEW, IN_REVIEW, 0, "", NULL, cmd_review_view},
    {CMD_REVIEW_PART, "review-section", N_("Only this section"), N_("part all"),
     GROUP_REVIEW, IN_REVIEW, 0, "", NULL, cmd_review_part},
    {CMD_NOTE_READ, "note-read", N_("Note that I have read it"), N_("mark read seen done"),
     GROUP_REVIEW, IN_REVIEW, 0, "prfaq review DOC --read", NULL, cmd_note_read},
    {CMD_QUESTIONS, "questions", N_("Questions"), N_("list open threads comments suggestions"),
     GROUP_REVIEW, IN_WRITE | IN_REVIEW | IN_QUESTIONS, 'q', "prfaq questions DOC", no_review, cmd_questions},
    {CMD_ASK, "ask", N_("Ask or comment"), N_("question thread note must fix"),
     GROUP_REVIEW, IN_WRITE | IN_REVIEW | IN_QUESTIONS, 'c', "prfaq ask DOC --quote WORDS TEXT", no_asking, cmd_ask},
    {CMD_SUGGEST, "suggest", N_("Suggest wording"), N_("propose other words replace"),
     GROUP_REVIEW, IN_WRITE | IN_REVIEW, 'g', "prfaq suggest DOC --quote WORDS TEXT", no_asking, cmd_suggest},
    {CMD_REPLY, "reply", N_("Answer this question"), N_("reply thread"),
     GROUP_REVIEW, IN_REVIEW | IN_QUESTIONS, 0, "prfaq reply ID TEXT", no_entry, cmd_reply},
    {CMD_RESOLVE, "resolve", N_("Resolve or decline"), N_("close question done"),
     GROUP_REVIEW, IN_REVIEW | IN_QUESTIONS, 0, "prfaq resolve ID", no_open_entry, cmd_resolve},
    {CMD_ACCEPT, "accept", N_("Take the suggested words"), N_("accept suggestion wording"),
     GROUP_REVIEW, IN_REVIEW | IN_QUESTIONS, 0, "prfaq accept ID", no_suggestion, cmd_accept},
    {CMD_MOVE_QUESTION, "move-question", N_("Put it on other words"), N_("move place anchor lost here"),
     GROUP_REVIEW, IN_REVIEW | IN_QUESTIONS, 0, "prfaq reply ID --move --quote WORDS", no_moving, cmd_move_question},
    {CMD_UNDO_REVIEW, "undo-review", N_("Undo what was accepted or closed"), N_("take back open again"),
     GROUP_REVIEW, IN_REVIEW | IN_QUESTIONS, 0, "prfaq resolve ID --undo", no_review_undo, cmd_undo_review},
    {CMD_RESTORE, "restore", N_("Restore ..."), N_("bring back revert old version undo take back"),
     GROUP_DOCUMENT, IN_HISTORY | IN_CHANGES, 0, "prfaq restore DOC REV", no_restore, cmd_restore},
    {CMD_RESTORE_TICK, "tick", N_("Choose this"), N_("tick section whole select"),
     GROUP_DOCUMENT, IN_RESTORE, 0, "prfaq restore DOC REV --part ID", NULL, cmd_restore_tick},
    {CMD_RESTORE_NEXT, "next-one", N_("Only the next change"), N_("diff one"),
     GROUP_DOCUMENT, IN_RESTORE, 0, "prfaq restore DOC REV --change N", NULL, cmd_restore_next},
    {CMD_RESTORE_PREVIOUS, "previous-one", N_("Only the change before"), N_("diff one"),
     GROUP_DOCUMENT, IN_RESTORE, 0, "prfaq restore DOC REV --change N", NULL, cmd_restore_previous},
    {CMD_RESTORE_SEE, "see", N_("See every change"), N_("diff redline compare"),
     GROUP_DOCUMENT, IN_RESTORE, 0, "prfaq restore DOC REV --dry-run", NULL, cmd_restore_see},
    {CMD_RESTORE_DO, "bring-back", N_("Restore it, as a new revision"), N_("yes do it apply"),
     GROUP_DOCUMENT, IN_RESTORE, 0, "prfaq restore DOC REV", no_restore_do, cmd_restore_do},
    {CMD_UNDO_RESTORE, "undo-restore", N_("Undo the restore"), N_("take back"),
     GROUP_DOCUMENT, IN_HISTORY, 0, "prfaq restore DOC REV", no_undo_restore, cmd_undo_restore},
    {CMD_LANDED, "landed", N_("Did it land?"), N_("agreed actions done follow up untouched changed since"),
     GROUP_REVIEW, IN_WRITE | IN_HOME | IN_REVIEW | IN_QUESTIONS, 0, "prfaq landed DOC", no_review, cmd_landed},
    {CMD_LANDED_NEXT, "landed-next", N_("The next one"), N_("walk forward"),
     GROUP_REVIEW, IN_LANDED, 0, "", NULL, cmd_landed_next},
    {CMD_LANDED_PREVIOUS, "landed-previous", N_("The one before"), N_("walk back"),
     GROUP_REVIEW, IN_LANDED, 0, "", NULL, cmd_landed_previous},
    {CMD_LANDED_GO, "landed-go", N_("Go to its section"), N_("place text open"),
     GROUP_REVIEW, IN_LANDED, 0, "prfaq write DOC", NULL, cmd_landed_go},
    {CMD_MENU, "menu", N_("Menu"), N_("commands"),
     GROUP_VIEW, IN_ANY, 0, "", NULL, cmd_menu},
    {CMD_PALETTE, "palette", N_("All commands"), N_("search find a command"),
     GROUP_VIEW, IN_ANY, '/', "prfaq help --all", NULL, cmd_palette},
    {CMD_HELP, "help", N_("Help and examples"), N_("guide keys questions"),
     GROUP_VIEW, IN_ANY, '?', "prfaq help", NULL, cmd_help},
    {CMD_REDRAW, "redraw", N_("Draw again"), N_("refresh repaint"),
     GROUP_VIEW, IN_ANY, 0, "", NULL, cmd_redraw},
    {CMD_SUSPEND, "suspend", N_("Suspend"), N_("shell background stop"),
     GROUP_VIEW, IN_ANY, 0, "", NULL, cmd_suspend},
    {CMD_BACK, "back", N_("Back"), N_("escape return"),
     GROUP_VIEW, IN_READ, 0, "", NULL, cmd_back},
    {CMD_DECK, "deck", N_("Deck of questions"), N_("cards bank draw role CFO ask hard who asks coverage workshop"),
     GROUP_REVIEW, IN_WRITE | IN_HOME | IN_PREVIEW | IN_MATRIX, 'C', "prfaq deck DOC", no_review, cmd_deck},
    {CMD_CARD_ANSWER, "card-answer", N_("Answer the card"), N_("deck question now say"),
     GROUP_REVIEW, IN_DECK, 0, "prfaq deck DOC --card ID --answer TEXT", no_card, cmd_card_answer},
    {CMD_CARD_ASK, "card-ask", N_("Ask the card as a question of the review"), N_("deck thread open later somebody"),
     GROUP_REVIEW, IN_DECK, 0, "prfaq deck DOC --card ID --ask", no_card, cmd_card_ask},
    {CMD_CARD_PUT, "card-put", N_("Put the card into the FAQ"), N_("deck question insert document pair"),
     GROUP_REVIEW, IN_DECK, 0, "prfaq deck DOC --card ID --put", no_card_put, cmd_card_put},
    {CMD_CARD_SKIP, "card-skip", N_("Skip the card, with reason"), N_("deck question leave out not for us"),
     GROUP_REVIEW, IN_DECK, 0, "prfaq deck DOC --card ID --skip REASON", no_card, cmd_card_skip},
    {CMD_CARD_NEXT, "card-next", N_("Next card"), N_("deck draw another pass"),
     GROUP_REVIEW, IN_DECK, 0, "", no_card, cmd_card_next},
    {CMD_CARD_PREVIOUS, "card-previous", N_("Card before"), N_("deck back"),
     GROUP_REVIEW, IN_DECK, 0, "", no_card, cmd_card_previous},
    {CMD_CARD_ROLE, "card-role", N_("Ask as somebody else"), N_("deck role CFO CEO customer press for five minutes"),
     GROUP_REVIEW, IN_DECK, 0, "prfaq deck DOC --role R", NULL, cmd_card_role},
    {CMD_MATRIX, "matrix", N_("Who asks what, and what is answered"), N_("coverage deck roles topics table"),
     GROUP_REVIEW, IN_WRITE | IN_DECK | IN_PREVIEW, 0, "prfaq deck DOC --matrix", no_review, cmd_matrix},
    {CMD_FIVE, "five", N_("Five questions, each alone"), N_("customer problem benefit evidence experience sheets hidden reveal workshop first"),
     GROUP_REVIEW, IN_WRITE | IN_HOME | IN_PREVIEW, 'F', "prfaq five DOC", no_review, cmd_five},
    {CMD_FIVE_ANSWER, "sheet-answer", N_("Answer the five questions"), N_("five sheet alone group write"),
     GROUP_REVIEW, IN_FIVE, 0, "prfaq five DOC --linear", no_sheet, cmd_five_answer},
    {CMD_FIVE_REVEAL, "reveal", N_("Reveal all answers"), N_("five sheets show open together"),
     GROUP_REVIEW, IN_FIVE, 0, "prfaq five DOC --reveal", no_reveal, cmd_five_reveal},
    {CMD_FIVE_FINISH, "sheet-finish", N_("End the five questions"), N_("five sheets keep forget remove done"),
     GROUP_REVIEW, IN_FIVE, 0, "prfaq five DOC --keep group", no_finish, cmd_five_finish},
    {CMD_MEET, "meet", N_("Read and decide"), N_("meeting reading room silent notes votes decision minutes reveal hidden"),
     GROUP_REVIEW, IN_WRITE | IN_HOME | IN_PREVIEW, 'm', "prfaq meet DOC", no_review, cmd_meet},
    {CMD_MEET_ON, "meet-on", N_("On: what is typed or chosen, the next page"), N_("meeting next enter"),
     GROUP_REVIEW, IN_MEET, 0, "prfaq meet DOC --linear", no_meet_step, cmd_meet_on},
    {CMD_MEET_BACK, "meet-back", N_("Back one step of the meeting"), N_("meeting previous page"),
     GROUP_REVIEW, IN_MEET, 0, "prfaq meet DOC --linear", no_meet_back, cmd_meet_back},
    {CMD_MEET_FORGET, "meet-forget", N_("Take the last note back"), N_("meeting undo change edit"),
     GROUP_REVIEW, IN_MEET, 0, "prfaq meet DOC --linear", no_meet_forget, cmd_meet_forget},
    {CMD_MEET_VOTES, "meet-votes", N_("Go to the votes"), N_("meeting end of the walk"),
     GROUP_REVIEW, IN_MEET, 0, "prfaq meet DOC --linear", no_meet_votes, cmd_meet_votes},
    {CMD_MEET_WRITE, "meet-write", N_("Write the decision down"), N_("meeting minutes yes keep done"),
     GROUP_REVIEW, IN_MEET, 0, "prfaq meet DOC --answers FILE", no_meet_write, cmd_meet_write},
    {CMD_MEET_LEAVE, "meet-leave", N_("Leave; all is kept"), N_("meeting away hand over close"),
     GROUP_REVIEW, IN_MEET, 0, "prfaq meet DOC --linear", NULL, cmd_meet_leave},
};
/* clang-format on */

const Command *command_get(CommandId id)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (commands[i].id == id)
            return &commands[i];
    return NULL;
}

const Command *command_by_letter(View view, char letter)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (commands[i].letter == letter && (commands[i].where & IN(view)))
            return &commands[i];
    return NULL;
}

const char *command_group_title(CommandGroup group)
{
    static const char *const titles[GROUP_COUNT] = {N_("Write"),    N_("Edit"),
                                                    N_("Review"),   N_("Workshop"),
                                                    N_("Document"), N_("View")};
    return _(titles[group]);
}

const char *command_why_not(const Model *m, const Command *c)
{
    if (!(c->where & IN(m->view)))
        return _("not on this screen");
    return c->why_not ? c->why_not(m) : NULL;
}

void command_note(Model *m, CommandId id)
{
    size_t room = sizeof m->recent / sizeof *m->recent;
    size_t at = 0;

    while (at + 1 < room && m->recent[at] != (uint64_t)id)
        at++;
    memmove(m->recent + 1, m->recent, at * sizeof *m->recent);
    m->recent[0] = (uint64_t)id;
    m->recent_count++;
}

void command_run(Model *m, CommandId id, Effect *out)
{
    const Command *c = command_get(id);

    if (!c)
        return;
    const char *why = command_why_not(m, c);
    if (why) {
        model_say(m, C_("command and reason", "%s: %s."), _(c->title), why);
        return;
    }
    command_note(m, id);
    c->run(m, out);
}

static bool contains(Str haystack, Str folded_word)
{
    StrBuf folded = {0};

    unicode_fold_str(haystack, &folded);
    bool found = str_find(strbuf_view(&folded), folded_word, 0) != STR_NONE;
    strbuf_deinit(&folded);
    return found;
}

bool command_matches(const Model *m, const Command *c, Str query)
{
    StrBuf folded = {0}, keys = {0};
    bool all = true;

    unicode_fold_str(query, &folded);
    keymap_all_names(m->keys, m->view, c->id, &keys);
    Str rest = strbuf_view(&folded), word;
    while (all && str_next_field(&rest, ' ', &word)) {
        if (word.len == 0)
            continue;
        all = contains(str_from(_(c->title)), word) ||
              contains(str_from(_(c->synonyms)), word) ||
              contains(str_from(c->title), word) ||
              contains(str_from(c->synonyms), word) ||
              contains(str_from(c->name), word) || contains(strbuf_view(&keys), word);
    }
    strbuf_deinit(&folded);
    strbuf_deinit(&keys);
    return all;
}
