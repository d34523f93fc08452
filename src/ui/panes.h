/* panes.h: the views, and the boxes over them. Each fills its part of a screen. */
#ifndef UI_PANES_H
#define UI_PANES_H

#include "term/screen.h"
#include "ui/model.h"

void draw_home(const Model *m, Screen *s);
void draw_write(const Model *m, Screen *s);
void draw_document(const Model *m, Screen *s); /* in editor_area() */
/* Only the rows of the line the caret is in, anew. */
RowSpan draw_caret_line(const Model *m, Screen *s);
/* Rows of the text without the text. */
void draw_blank_document(const Model *m, Screen *s, RowSpan rows);
void draw_issue(const Model *m, Screen *s, int row);  /* the check at hand */
void draw_status(const Model *m, Screen *s, int row); /* length, revision, place */
/* The agenda below the sections; how many rows it takes, 0: there is none, or no room.
 */
int agenda_pane_rows(const Model *m, int rows);
void draw_agenda_pane(const Model *m, Screen *s, int top, int rows, int cells);
void draw_sides(const Model *m, Screen *s, int top, int rows); /* of a wide window */
void draw_checks(const Model *m, Screen *s);
void draw_page(const Model *m, Screen *s); /* preview, changes, help */
void draw_confirm(const Model *m, Screen *s);
void draw_restore(const Model *m, Screen *s);
void draw_recover(const Model *m, Screen *s);
void draw_page_line(const Model *m, Screen *s, int row, const PageLine *line);
void draw_meet(const Model *m, Screen *s);
void draw_history(const Model *m, Screen *s);
void draw_review(const Model *m, Screen *s);
void draw_questions(const Model *m, Screen *s);
void draw_box(const Model *m, Screen *s);
void draw_check_box(const Model *m, Screen *s); /* PROMPT_CHECK */

#endif
