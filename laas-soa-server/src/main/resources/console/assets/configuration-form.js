/** What the forms of the configuration are made of. */
import "./connection-test.js";
import "./meanwhile.js";
import "./pairs-field.js";
import "./project-choice.js";
import "./quantity-field.js";
import "./script-files.js";
import "./secret-field.js";
import "./unsaved.js";
