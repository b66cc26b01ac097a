package org.laassoa.server.console.configuration;

/**
 * What is above each page of an entry.
 *
 * @param section its kind
 * @param title what its kind is called
 * @param name its name
 * @param description what people wrote about it
 * @param tab which of its pages this is
 */
record EntryHead(Section section, String title, String name, String description, String tab) {

  static EntryHead of(Section section, Stock.Item item, String tab, Words words) {
    return new EntryHead(
        section,
        section.title(words.kinds()),
        item.name(),
        item.document().path("description").asText(),
        tab);
  }

  /** The address of its first page. */
  public String address() {
    return "/configuration/" + section.slug() + "/" + name;
  }

  /** Its address in the API. */
  public String api() {
    return section.api() + "/" + name;
  }
}
