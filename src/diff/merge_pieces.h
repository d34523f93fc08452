/* merge_pieces.h: the words of one side of a conflict, what is new in them told apart.
 */
#ifndef DIFF_MERGE_PIECES_H
#define DIFF_MERGE_PIECES_H

#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"

typedef struct MergePiece {
    Str text;   /* as it stands in the text, line breaks too */
    bool added; /* it is not in what stood there before */
    bool space; /* before it */
} MergePiece;

/*   owns  *out lives in the arena, its texts borrow from `words` */
size_t merge_pieces(Str base, Str words, Lang lang, Arena *arena,
                    const MergePiece **out);

#endif
