/**
 * `<quantity-field name data-value>` around a number and its units, whose values are how much of
 * what is stored they are: it shows the largest unit in which the number is whole.
 */
import { FormPart } from "./form-part.js";

class QuantityField extends FormPart {
  connectedCallback() {
    [this.amount, this.unit] = [this.querySelector("input"), this.querySelector("select")];
    const stored = Number(this.dataset.value);
    if (!this.dataset.value || this.amount.value) return;
    const factors = [...this.unit.options].map((option) => Number(option.value));
    const factor = factors.find((one) => stored % one === 0) ?? factors.at(-1);
    this.unit.value = String(factor);
    this.amount.value = String(stored / factor);
  }

  get value() {
    if (this.amount.value === "") return "";
    return String(Math.round(Number(this.amount.value) * Number(this.unit.value)));
  }
}

customElements.define("quantity-field", QuantityField);
