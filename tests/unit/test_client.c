#include "check.h"
#include "lsp/client.h"

static Client read_client(const char *capabilities)
{
    Client client;
    json_t *params = json_pack("{s:o}", "capabilities",
                               json_loads(capabilities, JSON_DECODE_ANY, NULL));

    client_read(params, &client);
    json_decref(params);
    return client;
}

static void the_first_encoding_we_know_is_taken(void **state)
{
    (void)state;
    CHECK_INT(read_client("{\"general\":{\"positionEncodings\":[\"ebcdic\",\"utf-8\","
                          "\"utf-16\"]}}")
                  .encoding,
              POSITION_UTF8);
    CHECK_INT(
        read_client("{\"general\":{\"positionEncodings\":[\"utf-32\"]}}").encoding,
        POSITION_UTF32);
    CHECK_INT(read_client("{\"general\":{\"positionEncodings\":[]}}").encoding,
              POSITION_UTF16);
    CHECK_INT(read_client("{}").encoding, POSITION_UTF16);
}

static void anything_may_be_of_a_wrong_type(void **state)
{
    (void)state;
    CHECK(!read_client("[]").nested_symbols);
    CHECK(!read_client("{\"textDocument\":7}").nested_symbols);
    CHECK(!read_client("{\"workspace\":{\"workspaceEdit\":{\"documentChanges\":1}}}")
               .versioned_edits);
    Client client;
    client_read(NULL, &client);
    CHECK(!client.markdown);
}

static void capabilities_are_read(void **state)
{
    Client c =
        read_client("{\"textDocument\":{\"hover\":{\"contentFormat\":[\"markdown\","
                    "\"plaintext\"]},\"codeAction\":{\"codeActionLiteralSupport\":{}}}"
                    "}");

    (void)state;
    CHECK(c.markdown);
    CHECK(c.action_literals);
    CHECK(!c.action_preferred);
}

static void positions_count_from_zero_and_are_no_fractions(void **state)
{
    Position p = {7, 7};
    json_t *value = json_pack("{s:i, s:i}", "line", 3, "character", 0);

    (void)state;
    CHECK(read_position(value, &p));
    CHECK_INT(p.line, 3);
    CHECK_INT(p.character, 0);
    json_object_set_new(value, "line", json_integer(-1));
    CHECK(!read_position(value, &p));
    json_object_set_new(value, "line", json_real(1.5));
    CHECK(!read_position(value, &p));
    CHECK(!read_position(NULL, &p));
    json_decref(value);
}

RUN_TESTS(TEST(the_first_encoding_we_know_is_taken),
          TEST(anything_may_be_of_a_wrong_type), TEST(capabilities_are_read),
          TEST(positions_count_from_zero_and_are_no_fractions))
