using LstmCourse.Series.Simulation;

namespace LstmCourse.Tests.Series.Simulation;

public sealed class HolidaysTests
{
    // From the calendars of these years.
    [Theory]
    [InlineData(2013, 5, 27, true)]       // Memorial Day
    [InlineData(2015, 5, 25, true)]
    [InlineData(2013, 5, 20, false)]
    [InlineData(2014, 9, 1, true)]        // Labor Day
    [InlineData(2015, 9, 7, true)]
    [InlineData(2013, 9, 9, false)]
    [InlineData(2012, 11, 22, true)]      // Thanksgiving, the earliest and the latest
    [InlineData(2012, 11, 23, true)]
    [InlineData(2013, 11, 28, true)]
    [InlineData(2013, 11, 29, true)]
    [InlineData(2013, 11, 22, false)]
    [InlineData(2012, 7, 4, true)]
    [InlineData(2012, 12, 31, true)]
    [InlineData(2012, 12, 23, false)]
    public void Are_those_of_the_calendar(int year, int month, int day, bool expected) =>
        Assert.Equal(expected, Holidays.IsHoliday(new DateTime(year, month, day)));

    [Fact]
    public void Weekends_and_holidays_are_no_working_days()
    {
        Assert.False(Holidays.IsWorkingDay(new DateTime(2013, 5, 25)));           // a Saturday
        Assert.False(Holidays.IsWorkingDay(new DateTime(2013, 5, 27)));
        Assert.True(Holidays.IsWorkingDay(new DateTime(2013, 5, 28)));
    }
}
