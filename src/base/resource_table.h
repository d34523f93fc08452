/* resource_table.h: the table that embed.c writes and resource.c searches. */
#ifndef BASE_RESOURCE_TABLE_H
#define BASE_RESOURCE_TABLE_H

#include "base/resource.h"

extern const Resource resource_table[]; /* sorted by path, bytewise */
extern const size_t resource_table_count;

#endif
