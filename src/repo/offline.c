/* Stand-ins for the network half of libgit2, so that it can be linked from its
 * static archive without TLS, SSH, Kerberos and HTTP.
 *
 * Debian's shared library costs 2 ms to load (25 libraries) and 4 ms to start,
 * most of it the CA bundle that mbedTLS parses in git_libgit2_init(). We never
 * fetch or push through libgit2 (the git program does that), so each entry point
 * into those parts is answered here: start-up succeeds and does nothing, and any
 * attempt to reach a server fails. The linker then leaves mbedtls.o, ssh.o,
 * http.o and what they need in the archive. The names and types are those of
 * libgit2 1.5.1, private to it; tests/unit/test_offline.c fails when another
 * release needs others. src/repo/meson.build makes the linker take this file
 * before it looks into libgit2's archive. */
#include <stddef.h>

/* Declared here alone: these are libgit2's internals. */
int git_mbedtls_stream_global_init(void);
int git_mbedtls__set_cert_location(const char *file, const char *folder);
int git_mbedtls_stream_new(void **out, const char *host, const char *port);
int git_mbedtls_stream_wrap(void **out, void *in, const char *host);
int git_smart_subtransport_http(void **out, void *owner, void *param);
int git_smart_subtransport_ssh(void **out, void *owner, void *param);
int git_transport_ssh_global_init(void);
int git_transport_ssh_with_paths(void **out, void *owner, void *payload);
int http_parser_parse_url(const char *url, size_t len, int is_connect, void *out);
extern char *git_http__user_agent;
extern char git_http__expect_continue;

enum { NO_NETWORK = -1 };

char *git_http__user_agent;
char git_http__expect_continue;

int git_mbedtls_stream_global_init(void)
{
    return 0;
}

int git_transport_ssh_global_init(void)
{
    return 0;
}

int git_mbedtls__set_cert_location(const char *file, const char *folder)
{
    (void)file;
    (void)folder;
    return NO_NETWORK;
}

int git_mbedtls_stream_new(void **out, const char *host, const char *port)
{
    (void)host;
    (void)port;
    *out = NULL;
    return NO_NETWORK;
}

int git_mbedtls_stream_wrap(void **out, void *in, const char *host)
{
    (void)in;
    (void)host;
    *out = NULL;
    return NO_NETWORK;
}

int git_smart_subtransport_http(void **out, void *owner, void *param)
{
    (void)owner;
    (void)param;
    *out = NULL;
    return NO_NETWORK;
}

int git_smart_subtransport_ssh(void **out, void *owner, void *param)
{
    (void)owner;
    (void)param;
    *out = NULL;
    return NO_NETWORK;
}

int git_transport_ssh_with_paths(void **out, void *owner, void *payload)
{
    (void)owner;
    (void)payload;
    *out = NULL;
    return NO_NETWORK;
}

/* Non-zero: this is no URL. */
int http_parser_parse_url(const char *url, size_t len, int is_connect, void *out)
{
    (void)url;
    (void)len;
    (void)is_connect;
    (void)out;
    return 1;
}
