globalThis.mcpgenTools = [
["find_book","Find a book","Finds a book by a word of its title.\n\nThe word may be \u003cscript\u003ealert(1)\u003c/script\u003e or {{constructor}}; it is only a word.","word","https://schema.org/SearchAction",["books"],["find_book"],"none",["read-only","idempotent"],"source","tool",[]],
["lend_book","","Lends a book to a reader. Returns the book.","id reader","books\nreader",["books","lending"],[],"high",["destructive"],"sink","tool",[]]
];
