/* What the pages do beyond their forms and links. Without it they do the same, one page at a time. */
