/** Made-up numbers that pass the checks of real ones. */

/** An identity-card number from its first seventeen digits. */
export function identityCard(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return `${first17}${"10X98765432"[sum % 11] ?? ""}`;
}

/** A card number from all but its last digit. */
export function bankCard(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

export function inFours(digits: string, separator = " "): string {
  return digits.match(/\d{1,4}/g)?.join(separator) ?? "";
}

export function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}
