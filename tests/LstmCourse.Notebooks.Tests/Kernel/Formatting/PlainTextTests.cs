using System.Collections;
using System.Globalization;
using System.Numerics;
using LstmCourse.Notebooks.Kernel.Formatting;

namespace LstmCourse.Notebooks.Tests.Kernel.Formatting;

public sealed class PlainTextTests
{
    public static TheoryData<object?, string> Values() => new()
    {
        { null, "null" },
        { "plain \"text\"", "plain \"text\"" },
        { 'x', "'x'" },
        { true, "True" },
        { 1234567, "1234567" },
        { -0.5, "-0.5" },
        { 0.1f, "0.1" },
        { 1e-7, "1E-07" },
        { double.NaN, "NaN" },
        { 12.50m, "12.50" },
        { DayOfWeek.Friday, "Friday" },
        { new DateTime(2024, 2, 3), "2024-02-03" },
        { new DateTime(2024, 2, 3, 4, 5, 6), "2024-02-03 04:05:06" },
        { TimeSpan.FromSeconds(90.5), "00:01:30.5000000" },
        { new BigInteger(5), "5" },
        { typeof(Dictionary<string, List<int?>>), "Dictionary<string, List<int?>>" },
        { new InvalidOperationException("oh"), "InvalidOperationException: oh" },
        { new[] { 1, 2, 3 }, "[1, 2, 3]" },
        { new[] { 0.5f, 1.25f }, "[0.5, 1.25]" },
        { Array.Empty<int>(), "[]" },
        { new[] { "a", "b\n" }, "[\"a\", \"b\\n\"]" },
        { new object?[] { 1, "x", null, new[] { 'c' } }, "[1, \"x\", null, ['c']]" },
        { new int[,] { { 1, 2 }, { 3, 4 } }, "[[1, 2],\n [3, 4]]" },
        { new int[1, 2, 2], "[[[0, 0],\n  [0, 0]]]" },
        { new[] { new[] { 1 }, new[] { 2, 3 } }, "[[1], [2, 3]]" },
        { (1, "a", 2.5), "(1, \"a\", 2.5)" },
        { new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }, "{ \"a\": 1, \"b\": 2 }" },
        { new Dictionary<string, int>(), "{ }" },
        { new { A = 1, B = "x" }, "{ A = 1, B = \"x\" }" },
        { new Person("Ada", 36, [1, 2]), "Person { Name = \"Ada\", Age = 36, Marks = [1, 2] }" },
        { new Named("it"), "named it" },
        { new Plain { Size = 3 }, "Plain { Size = 3, Bad = <NotSupportedException: no> }" },
        { new object(), "object" },
        { Nested(0), "Nest { Inner = Nest { Inner = Nest { Inner = Nest { Inner = Nest } } } }" },
        { Endless(),
        "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, \n 30, 31, 32, "
            + "33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, …]" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_reads_as_expected_in_every_culture(object? value, string text)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "", "de-DE", "ar-SA" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                Assert.Equal(text, PlainText.Of(value));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_long_sequence_says_how_long_it_is() =>
        Assert.EndsWith(" 49, … 1000 in all]", PlainText.Of(Enumerable.Range(0, 1000).ToArray()), StringComparison.Ordinal);

    [Fact]
    public void A_value_that_contains_itself_ends()
    {
        var list = new ArrayList { 1 };
        list.Add(list);
        Assert.Equal("[1, (itself)]", PlainText.Of(list));
    }

    [Fact]
    public void A_huge_value_is_cut()
    {
        var huge = Enumerable.Range(0, 50).Select(_ => Enumerable.Range(0, 50).Select(_ => new string('x', 100)).ToArray()).ToArray();
        Assert.InRange(PlainText.Of(huge).Length, 100_000, 120_000);
    }

    private static Nest Nested(int depth) => new() { Inner = depth > 10 ? null : Nested(depth + 1) };

    private static IEnumerable<int> Endless()
    {
        for (var i = 0; ; i++) yield return i;
    }

    public sealed record Person(string Name, int Age, int[] Marks);

    public sealed record Nest
    {
        public Nest? Inner { get; init; }
    }

    public sealed record Named(string Name)
    {
        public override string ToString() => $"named {Name}";
    }

    public sealed class Plain
    {
        public int Size { get; init; }

        public string Bad => throw new NotSupportedException("no");

        private int Hidden => Size;

        public int this[int index] => index + Hidden;
    }
}
