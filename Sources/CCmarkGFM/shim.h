#ifndef CHANGEBOOK_CMARK_GFM_SHIM_H
#define CHANGEBOOK_CMARK_GFM_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/node.h>

// Node types that the extensions library assigns when it registers itself. They are exported but
// stand in no installed header.
extern cmark_node_type CMARK_NODE_TABLE;
extern cmark_node_type CMARK_NODE_TABLE_ROW;
extern cmark_node_type CMARK_NODE_TABLE_CELL;
extern cmark_node_type CMARK_NODE_STRIKETHROUGH;

static inline uint16_t changebook_table_type(void) { return (uint16_t)CMARK_NODE_TABLE; }
static inline uint16_t changebook_row_type(void) { return (uint16_t)CMARK_NODE_TABLE_ROW; }
static inline uint16_t changebook_cell_type(void) { return (uint16_t)CMARK_NODE_TABLE_CELL; }
static inline uint16_t changebook_strikethrough_type(void) {
  return (uint16_t)CMARK_NODE_STRIKETHROUGH;
}

// The fields of a node without the copy into a C string that cmark's own getters make.
static inline uint16_t changebook_type(const cmark_node *node) { return node->type; }
static inline cmark_node *changebook_parent(const cmark_node *node) { return node->parent; }
static inline cmark_node *changebook_next(const cmark_node *node) { return node->next; }
static inline cmark_node *changebook_first_child(const cmark_node *node) {
  return node->first_child;
}
static inline cmark_chunk changebook_literal(const cmark_node *node) { return node->as.literal; }
static inline cmark_code changebook_code(const cmark_node *node) { return node->as.code; }
static inline cmark_link changebook_link(const cmark_node *node) { return node->as.link; }
static inline cmark_list changebook_list(const cmark_node *node) { return node->as.list; }
static inline int changebook_heading_level(const cmark_node *node) {
  return node->as.heading.level;
}
static inline cmark_syntax_extension *changebook_extension(const cmark_node *node) {
  return node->extension;
}
static inline bool changebook_is_block(const cmark_node *node) {
  return (node->type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

// Lines and columns from 1, columns in bytes, the end included; 0 for what cmark does not know.
typedef struct {
  int start_line, start_column, end_line, end_column;
} changebook_position;
static inline changebook_position changebook_position_of(const cmark_node *node) {
  changebook_position position = {
    node->start_line, node->start_column, node->end_line, node->end_column};
  return position;
}

#endif
