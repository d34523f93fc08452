/* fingerprint.h: knows a finding again after the text around it changed. */
#ifndef CHECK_FINGERPRINT_H
#define CHECK_FINGERPRINT_H

#include "check/check.h"

enum { FINGERPRINT_DIGITS = 12 };

/* Hex digits of the SHA-256 of rule, part and the sentence the finding stands in,
 * folded and with single spaces; of the message where there is no sentence. `doc`
 * may be NULL. NUL-terminated. */
void finding_fingerprint(const Document *doc, const Finding *finding,
                         char out[FINGERPRINT_DIGITS + 1]);

/* The same of the sentence alone, or of the message: what a baseline keeps. */
void finding_sentence_hash(const Document *doc, const Finding *finding,
                           char out[FINGERPRINT_DIGITS + 1]);

#endif
