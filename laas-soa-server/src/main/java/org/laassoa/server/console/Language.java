package org.laassoa.server.console;

import java.util.Locale;

/** A language of the console. */
public enum Language {
  /** English. */
  EN(Locale.ENGLISH, "en", "English"),
  /** Simplified Chinese. */
  ZH(Locale.CHINESE, "zh-Hans", "中文");

  private final Locale locale;
  private final String tag;
  private final String title;

  Language(Locale locale, String tag, String title) {
    this.locale = locale;
    this.tag = tag;
    this.title = title;
  }

  /** By which the messages are chosen. */
  public Locale locale() {
    return locale;
  }

  /** As in the attribute {@code lang} (BCP 47). */
  public String tag() {
    return tag;
  }

  /** Its name in itself. */
  public String title() {
    return title;
  }

  /** As in the preference: {@code en} or {@code zh}. */
  public String code() {
    return locale.getLanguage();
  }
}
