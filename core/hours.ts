/** Hours of the month that everything is costed for, as the clouds' own calculators do. */
export const hoursPerMonth = 730
