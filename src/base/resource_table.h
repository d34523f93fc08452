/* resource_table.h: the table that embed.c writes and resource.c searches. The bytes
 * of its row N are resource_table_N, for tables that other programs of the build
 * write. */
#ifndef BASE_RESOURCE_TABLE_H
#define BASE_RESOURCE_TABLE_H

#include "base/resource.h"

extern const Resource resource_table[]; /* sorted by path, bytewise */
extern const size_t resource_table_count;

#endif
