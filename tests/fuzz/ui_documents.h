/* ui_documents.h: what fuzz_ui opens: the shapes of text that screens stumble over. */
#ifndef TESTS_FUZZ_UI_DOCUMENTS_H
#define TESTS_FUZZ_UI_DOCUMENTS_H

/* clang-format off */
static const char *const ui_documents[] = {
    "---\ntemplate: prfaq\nlang: en\ntitle: Lantern\n---\n# Lantern\n\n"
        "## Headline\n<!-- prfaq-id: headline -->\n\nA lamp that reads.\n\n"
        "## Problem\n<!-- prfaq-id: problem -->\n\n\n"
        "## External FAQ\n<!-- prfaq-id: faq-external -->\n\n"
        "<!-- prfaq-q: customer-who-for -->\n**Q. Who is it for?**\n\nA. Readers.\n\n"
        "<!-- prfaq-q: economics-price -->\n**Q. What does it cost?**\n\nA.\n",
    "",
    "---\ntitle: x\n---\n",
    "---\ntitle: x\n---",
    "<!-- prfaq-id: headline -->",
    "<!-- prfaq-id: headline -->\n<!-- prfaq-id: problem -->\n",
    "# T\r\n\r\n## Problem\r\n<!-- prfaq-id: problem -->\r\n\r\nWords here\r\n",
    "one\rtwo\r\rthree",
    "# T\n\n## Problem\n<!-- prfaq-id: problem -->",
    "---\nlang: ko\n---\n# 등불\n\n## 문제\n<!-- prfaq-id: problem -->\n\n"
        "밤에는 읽을 수 없다. 그래서 불편하다.\n\n**Q. 누구?**\n\n답.\n",
    "e\xCC\x81 \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB \xE1\x84\x92\xE1\x85\xA1"
        "\xE1\x86\xAB\n\t\x01\xE2\x80\xAE|\xF0\x9F\x87\xB0\xF0\x9F\x87\xB7\n\n"
        "a very long line of words that goes on and on until it has to wrap, and then "
        "goes on for a good while longer so that it takes three rows or even four.\n",
    "\xEF\xBB\xBF---\ntitle: y\n---\n\n# Y\n",
    "---\ntitle: \xFF\n---\n# T\x80\n\n## Problem\xE9\n<!-- prfaq-id: problem -->\n\n"
        "a\xC3\x28 \xE2\x82 end \xED\xA0\x80\xF0\x9F\x98\n"
        "\xC7\xD1\xB1\xB9\xBE\xEE\n\n**Q. \xC0\xAF?**\n\nA. \x8F\n\xFE\xED\x95\x9C\xCC\x81\xFF",
};
/* clang-format on */

#endif
