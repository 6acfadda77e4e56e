// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/** The numbers of a date that a form of dates has read last. Used again for every line. */
abstract class DateColumn {

    private int year;
    private int month;
    private int day;

    DateColumn() {}

    /** The year, or {@link Digits#NONE} where the form allows dates without one. */
    final int year() {
        return year;
    }

    final int month() {
        return month;
    }

    final int day() {
        return day;
    }

    /** Takes the numbers over, whether there is such a day or not. */
    final void set(int newYear, int newMonth, int newDay) {
        year = newYear;
        month = newMonth;
        day = newDay;
    }

    /** Takes the numbers over; false where the calendar has no such day. */
    final boolean setIfDate(int newYear, int newMonth, int newDay) {
        set(newYear, newMonth, newDay);
        return CivilTime.isDate(newYear, newMonth, newDay);
    }
}
