/* cmd.h: the functions behind the table of commands, and the editing that is
 * done by keys which are no commands (typing, moving). They change the model and
 * may ask for one effect. */
#ifndef UI_CMD_H
#define UI_CMD_H

#include "ui/model.h"

enum { PANE_LEFT = 28, PANE_RIGHT = 32 }; /* side panes of a wide window */
enum { PROJECTOR_TEXT = 56 };             /* columns of text; 60 with what is beside */

/* Editing (cmd_edit.c). */
void cmd_undo(Model *m, Effect *out);
void cmd_redo(Model *m, Effect *out);
void cmd_delete_word(Model *m, Effect *out);
/* Spelling (cmd_spell.c). */
void cmd_next_spelling(Model *m, Effect *out);
void cmd_previous_spelling(Model *m, Effect *out);
void cmd_add_word(Model *m, Effect *out);
void cmd_ignore_word(Model *m, Effect *out);
void cmd_spelling(Model *m, Effect *out);
/* Lists (cmd_list.c). */
void cmd_indent(Model *m, Effect *out);
void cmd_outdent(Model *m, Effect *out);
/* Enter in an item of a list; false: it is in none. */
bool editor_continue_list(Model *m, Str line_break);
bool editor_in_code(const Editor *ed, size_t at);
/* Moving pieces (cmd_move.c), a new pair of an FAQ (cmd_faq.c). */
void cmd_move_up(Model *m, Effect *out);
void cmd_move_down(Model *m, Effect *out);
void cmd_section_up(Model *m, Effect *out);
void cmd_section_down(Model *m, Effect *out);
void cmd_new_question(Model *m, Effect *out);
/* How the text stands, a line by number, another editor (cmd_page.c). */
void cmd_width(Model *m, Effect *out);
void cmd_typewriter(Model *m, Effect *out);
void cmd_go_line(Model *m, Effect *out);
void go_line_key(Model *m, const Key *key);
void cmd_editor(Model *m, Effect *out);
void editor_edited(Model *m, const Msg *msg);
/* Clipboard (cmd_clip.c). */
void cmd_cut(Model *m, Effect *out);
void cmd_copy(Model *m, Effect *out);
void cmd_paste(Model *m, Effect *out);
void cmd_select(Model *m, Effect *out);
void cmd_select_all(Model *m, Effect *out);
void cmd_cut_line(Model *m, Effect *out);
void clip_copied(Model *m, const Msg *msg); /* says where it went */
/* The step that follows changes places one does not see: its undo leads back here. */
void editor_note_place(Editor *ed);
/* Every change of the text goes through here; the caret ends behind `s`. */
void editor_replace(Editor *ed, Range r, Str s);
void editor_insert(Model *m, Str s); /* in place of the selection */
/* Puts `s` in place of a stretch, leaving the hidden marks in it that belong to what
 * stays (removal.h). */
void editor_take_out(Editor *ed, Range r, Str s);
void editor_move(Editor *ed, size_t to, bool select);
/* Typing, moving, deleting, a paste or the mouse; false: the key means nothing. */
bool editor_key(Model *m, const Key *key);
/* Pasting (cmd_paste.c): clean, as one step of undo, with the line ends of the place,
 * without marks that the text has already. */
void editor_paste(Model *m, Str raw);
void editor_insert_text(Model *m, Str text); /* LF, clean */
/* The line break of the line at a place, else of the one above. */
Str editor_line_break(Str text, size_t at);
int editor_text_width(const Model *m);
int editor_text_height(const Model *m);
bool editor_wide(const Model *m); /* side panes are shown */

/* Where the text stands in the window, in cells. */
typedef struct TextArea {
    int top, rows;
    int left, width; /* of the text, behind the gutter */
} TextArea;

TextArea editor_area(const Model *m);

/* The wheel, a click, a drag (mouse.c). */
void editor_mouse(Model *m, const Key *key, Effect *out);
void cmd_colours(Model *m, Effect *out); /* the next theme (cmd_colours.c) */
const char *no_colours(const Model *m);
void cmd_mouse(Model *m, Effect *out); /* to the terminal, and back */

/* Going somewhere (cmd_go.c). */
void cmd_next_section(Model *m, Effect *out);
void cmd_previous_section(Model *m, Effect *out);
void cmd_sections(Model *m, Effect *out);
void cmd_next_change(Model *m, Effect *out);
void cmd_previous_change(Model *m, Effect *out);
void editor_go_stop(Model *m, size_t stop);
void cmd_older(Model *m, Effect *out);
void cmd_newer(Model *m, Effect *out);
/* VIEW_CHANGES: what the revision before (-1) or after (1) the one shown changed;
 * behind the last one stand the words that are in none. returns  false when there is
 * none */
bool changes_step(const Model *m, int step, int *from, int *to);

/* Finding (cmd_find.c, cmd_replace.c, search.c). */
void cmd_find(Model *m, Effect *out);
void cmd_find_next(Model *m, Effect *out);
void cmd_find_previous(Model *m, Effect *out);
void cmd_replace(Model *m, Effect *out);
void cmd_search(Model *m, Effect *out); /* on a screen where nothing is typed */

/* Checks (cmd_check.c). */
void cmd_next_issue(Model *m, Effect *out);
void cmd_previous_issue(Model *m, Effect *out);
void cmd_fix(Model *m, Effect *out);
void cmd_fix_all(Model *m, Effect *out);
void cmd_look(Model *m, Effect *out);
void cmd_silence(Model *m, Effect *out); /* or takes a silence back */
void cmd_rule(Model *m, Effect *out);
void cmd_checks(Model *m, Effect *out);
void cmd_levels(Model *m, Effect *out);
void cmd_figures(Model *m, Effect *out);
void cmd_filter(Model *m, Effect *out);
/* The reason was typed: silence the check. */
void check_silence(Model *m);
/* A key while the box of a check is open. */
void check_box_key(Model *m, const Key *key, Effect *out);
void editor_go_finding(Model *m, size_t finding);

void cmd_interview(Model *m, Effect *out); /* interview_box.c */
void cmd_ready(Model *m, Effect *out);     /* readying.c */

void cmd_authors(Model *m, Effect *out); /* authors.c */

/* Files, revisions, people (cmd_file.c). */
void cmd_save(Model *m, Effect *out);
void cmd_save_note(Model *m, Effect *out);
void cmd_close(Model *m, Effect *out);
void cmd_new(Model *m, Effect *out);
void cmd_init(Model *m, Effect *out);
void cmd_write(Model *m, Effect *out);
void cmd_who(Model *m, Effect *out);
void cmd_export(Model *m, Effect *out);
void cmd_history(Model *m, Effect *out);
void cmd_changes(Model *m, Effect *out);
/* From Home the selected document is opened first, then that view shows; false: one is
 * not at Home. */
bool file_open_first(Model *m, View then, Effect *out);
void cmd_mark(Model *m, Effect *out);
void file_save_effect(Model *m, Str note, Effect *out);
void file_write_effect(Model *m, Effect *out);
/* Nobody is there to ask: the words go to a new file beside the document. */
void file_write_beside(Model *m, Effect *out);
void file_hand_over(Model *m, Effect *out);  /* to Model.next_who */
void file_add_person(Model *m, Effect *out); /* the name that was typed */
/* From Write: what is not yet a revision, else the last revision. From History:
 * the marked or the selected revision against the newer one. */
void file_compare(Model *m, Effect *out);
void file_leave(Model *m, Effect *out); /* the document is closed */

/* Words that were left behind (recover.c). */
void cmd_recover_keep(Model *m, Effect *out);
void cmd_recover_save(Model *m, Effect *out);
void cmd_recover_look(Model *m, Effect *out);
void cmd_recover_aside(Model *m, Effect *out);

/* Confirming what was found (cmd_confirm.c). */
void cmd_adopt(Model *m, Effect *out);
void cmd_split(Model *m, Effect *out);
void cmd_external(Model *m, Effect *out);
void cmd_internal(Model *m, Effect *out);
void cmd_confirm_yes(Model *m, Effect *out);
void cmd_confirm_no(Model *m, Effect *out);
void cmd_confirm_kind(Model *m, Effect *out);
void cmd_confirm_higher(Model *m, Effect *out);
void cmd_confirm_lower(Model *m, Effect *out);
void cmd_confirm_back(Model *m, Effect *out);
void cmd_confirm_write(Model *m, Effect *out);

/* The file as somebody else left it (outside.c). */
void cmd_outside(Model *m, Effect *out);
/* Putting two drafts together (merging.c). */
void cmd_take_mine(Model *m, Effect *out);
void cmd_take_theirs(Model *m, Effect *out);
void cmd_take_both(Model *m, Effect *out);
void cmd_take_neither(Model *m, Effect *out);
void cmd_take_own(Model *m, Effect *out);
void cmd_next_place(Model *m, Effect *out);
void cmd_previous_place(Model *m, Effect *out);
void cmd_undo_choice(Model *m, Effect *out);
void cmd_merge(Model *m, Effect *out); /* merging_branch.c */
void cmd_merge_finish(Model *m, Effect *out);

/* A review (cmd_review.c, cmd_ask.c). */
void cmd_review(Model *m, Effect *out);
void cmd_review_next(Model *m, Effect *out);
void cmd_review_previous(Model *m, Effect *out);
void cmd_review_older(Model *m, Effect *out);
void cmd_review_newer(Model *m, Effect *out);
void cmd_review_view(Model *m, Effect *out);
void cmd_review_part(Model *m, Effect *out);
void cmd_note_read(Model *m, Effect *out);
void cmd_questions(Model *m, Effect *out);
void cmd_ask(Model *m, Effect *out);
void cmd_suggest(Model *m, Effect *out);
void cmd_reply(Model *m, Effect *out);
void cmd_resolve(Model *m, Effect *out);
void cmd_accept(Model *m, Effect *out);
void cmd_move_question(Model *m, Effect *out);
void cmd_undo_review(Model *m, Effect *out);
void cmd_landed(Model *m, Effect *out);
void cmd_landed_next(Model *m, Effect *out); /* landed.c */
void cmd_landed_previous(Model *m, Effect *out);
void cmd_landed_go(Model *m, Effect *out);
const char *no_suggestion(const Model *m);
const char *no_review_undo(const Model *m);
/* A key of the box that asks why a question is closed. */
void closing_key(Model *m, const Key *key, Effect *out);
const char *no_review(const Model *m);
const char *no_entry(const Model *m);
const char *no_asking(const Model *m);
const char *no_open_entry(const Model *m);
const char *no_moving(const Model *m);
const char *no_older_since(const Model *m);
const char *no_newer_since(const Model *m);

/* A meeting (meet_view.c). */
void cmd_meet(Model *m, Effect *out);
void cmd_meet_on(Model *m, Effect *out);
void cmd_meet_back(Model *m, Effect *out);
void cmd_meet_forget(Model *m, Effect *out);
void cmd_meet_votes(Model *m, Effect *out);
void cmd_meet_write(Model *m, Effect *out);
void cmd_meet_leave(Model *m, Effect *out);
const char *no_meet_step(const Model *m);
const char *no_meet_back(const Model *m);
const char *no_meet_forget(const Model *m);
const char *no_meet_votes(const Model *m);
const char *no_meet_write(const Model *m);

/* The five questions (five_view.c). */
void cmd_exercise(Model *m, Effect *out);
void cmd_exercise_write(Model *m, Effect *out);
void cmd_exercise_drop(Model *m, Effect *out);
const char *no_exercise(const Model *m);
const char *no_exercise_line(const Model *m);
void cmd_five(Model *m, Effect *out);
void cmd_five_answer(Model *m, Effect *out);
void cmd_five_reveal(Model *m, Effect *out);
void cmd_five_finish(Model *m, Effect *out);
const char *no_sheet(const Model *m);
const char *no_reveal(const Model *m);
const char *no_finish(const Model *m);

/* The deck of questions (deck_view.c). */
void cmd_deck(Model *m, Effect *out);
void cmd_card_answer(Model *m, Effect *out);
void cmd_card_ask(Model *m, Effect *out);
void cmd_card_put(Model *m, Effect *out);
void cmd_card_skip(Model *m, Effect *out);
void cmd_card_next(Model *m, Effect *out);
void cmd_card_previous(Model *m, Effect *out);
void cmd_card_role(Model *m, Effect *out);
void cmd_matrix(Model *m, Effect *out);
const char *no_card(const Model *m);
const char *no_card_put(const Model *m);
/* Big text for a projector (projector.c). */
void cmd_projector(Model *m, Effect *out);
void projector_settle(Model *m); /* the section at hand is the one that is shown */

/* The workshop (workshop.c). */
void cmd_timer(Model *m, Effect *out);
void cmd_agenda(Model *m, Effect *out);
void cmd_next_item(Model *m, Effect *out);
const char *no_workshop(const Model *m);
const char *no_item(const Model *m);

/* Views and boxes (cmd_view.c). */
void cmd_preview(Model *m, Effect *out);
void cmd_menu(Model *m, Effect *out);
void cmd_palette(Model *m, Effect *out);
void cmd_help(Model *m, Effect *out);
void cmd_marks(Model *m, Effect *out);
void cmd_redraw(Model *m, Effect *out);
void cmd_suspend(Model *m, Effect *out);
void cmd_back(Model *m, Effect *out);
void view_preview(Model *m); /* of the open document */
void prompt_open(Model *m, PromptType type);
void prompt_close(Model *m);

#endif
