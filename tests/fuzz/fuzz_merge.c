/* Three texts, cut at the first two bytes 0xFF: no word is lost when they are put
 * together, and nothing changes that nobody changed. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "../unit/merge_invariants.h"
#include "../unit/sample_document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_MAX = 1 << 14 };

static Str cut(Str *rest)
{
    size_t at = str_find_byte(*rest, '\xFF', 0);
    Str head = str_slice(*rest, 0, at);

    *rest = at == STR_NONE ? (Str){0} : str_slice(*rest, at + 1, rest->len);
    return head;
}

static void must_hold(const char *broken)
{
    if (broken)
        fprintf(stderr, "%s\n", broken);
    assert(!broken);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str rest = {(const char *)data, size};
    Str texts[3] = {cut(&rest), cut(&rest), rest};
    Sample samples[3];

    if (size > INPUT_MAX)
        return 0;
    for (int i = 0; i < 3; i++)
        sample_read(&samples[i], texts[i], i == 1 ? LANG_KO : LANG_EN);
    must_hold(merge_broken(&samples[0].doc, &samples[1].doc, &samples[2].doc));
    must_hold(merge_one_sided_broken(&samples[0].doc, &samples[1].doc));
    must_hold(merge_one_sided_broken(&samples[0].doc, &samples[2].doc));
    for (int i = 0; i < 3; i++)
        sample_deinit(&samples[i]);
    return 0;
}
