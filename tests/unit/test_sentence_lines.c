#include "diff/sentence_lines.h"

#include <locale.h>

#include "check.h"
#include "sample_document.h"

static void prose_gets_a_line_for_each_sentence(void **state)
{
    (void)state;
    Sample s;
    StrBuf out = {0};

    sample_read(&s,
                STR("---\ntitle: A\n---\n## Problem\n<!-- prfaq-id: problem -->\n\nOne "
                    "word\nhere. Two \x1b[31m.\n\n- An item. Its end.\n\n| a | b |\n"
                    "|---|---|\n| c. d. | e |\n"),
                LANG_EN);
    sentence_lines(&s.doc, &out);
    CHECK_STR(
        strbuf_view(&out),
        STR("---\ntitle: A\n---\n## Problem\n\nOne word here.\nTwo ^[[31m.\n\n- An "
            "item.\nIts end.\n\n| a | b |\n|---|---|\n| c. d. | e |\n"));
    strbuf_deinit(&out);
    sample_deinit(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(prose_gets_a_line_for_each_sentence)};

    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
