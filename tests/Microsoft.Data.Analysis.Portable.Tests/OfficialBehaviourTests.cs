using System.Globalization;
using System.Text;
using LstmCourse.Testing;

namespace Microsoft.Data.Analysis.Portable.Tests;

/// <summary>
/// Replays what was measured on the official package and compares: <c>official-behaviour.txt</c> holds what that printed.
/// </summary>
public sealed class OfficialBehaviourTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Official = new(ReadOfficial);
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Ours = new(() => new Probes().RunAll());

    public static TheoryData<string> Labels => [.. Official.Value.Keys];

    [Theory]
    [MemberData(nameof(Labels))]
    public void Behaves_as_the_official_one_does(string label) => Assert.Equal(Official.Value[label], Ours.Value[label]);

    [Fact]
    public void Every_probe_has_its_measurement() =>
        Assert.Equal(Official.Value.Keys.Order(StringComparer.Ordinal), Ours.Value.Keys.Order(StringComparer.Ordinal));

    private static Dictionary<string, string> ReadOfficial()
    {
        var results = new Dictionary<string, string>(StringComparer.Ordinal);
        var label = "";
        var path = Repository.PathOf("tests", "Microsoft.Data.Analysis.Portable.Tests", "official-behaviour.txt");
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            var end = line.IndexOf("] ", StringComparison.Ordinal);
            if (line.StartsWith('[') && end > 0) results[label = line[1..end]] = line[(end + 2)..];
            else results[label] += "\n" + line;
        }

        return results;
    }

    private sealed class Probes
    {
        private readonly Dictionary<string, string> _results = new(StringComparer.Ordinal);
        private readonly DataFrame _frame = new(
            new StringDataFrameColumn("k", ["b", "a", null!, "b"]), new DoubleDataFrameColumn("v", [1, 2, 3, null]),
            new Int32DataFrameColumn("n", [4, 3, 2, 1]), new BooleanDataFrameColumn("f", [true, false, true, false]));

        public Dictionary<string, string> RunAll()
        {
            var culture = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                Csv();
                Groups();
                Statistics();
                Comparisons();
                Calculations();
                Changes();
                Joins();
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
                German();
            }
            finally
            {
                CultureInfo.CurrentCulture = culture;
            }

            return _results;
        }

        private void Csv()
        {
            Probe("guess", () => Types(
                DataFrame.LoadCsvFromString("i,d,b,s,t,n,big\n1,1.5,true,x,2020-01-02,,16777217\n2,2.5,false,y,2020-01-03,,3\n")));
            Probe("big", () => DataFrame.LoadCsvFromString("big\n16777217\n")["big"][0]);
            Probe("types", () => Types(DataFrame.LoadCsvFromString("i,d\n1,1.5\n", dataTypes: [typeof(int), typeof(double)])));
            Probe("quoted", () => string.Join('|', DataFrame.LoadCsvFromString("a,b\n\"x, y\",\"he said \"\"hi\"\"\"\n").Rows[0]));
            Probe("loadHeaderless", () => Types(DataFrame.LoadCsvFromString("1,2\n3,4\n", header: false)));
            Probe("emptyCsv", () => DataFrame.LoadCsvFromString(""));
            Probe("ragged", () => DataFrame.LoadCsvFromString("a,b\n1,2\n3\n"));
            Probe("sep", () => Types(DataFrame.LoadCsvFromString("a;b\n1;2\n", separator: ';')));
            Probe("saveQuoted", () => Save(new DataFrame(
                new StringDataFrameColumn("a", ["x, y", "he said \"hi\"", "l1\nl2", null!, ""]),
                new DoubleDataFrameColumn("d", [0.1, null, 1e-7, double.NaN, 3]))));
            Probe("saveUtf8", () => Save(new DataFrame(new StringDataFrameColumn("ø", ["é"])), new UTF8Encoding(false)));
            Probe("brace", () => new DataFrame(new Int32DataFrameColumn("{x}", [1])).ToString());
        }

        private void Groups()
        {
            Probe("groupbyNullKey", () => _frame.GroupBy("k").Sum("v", "n"));
            Probe("groupbyAll", () => _frame.GroupBy("k").Count());
            Probe("gmean", () => _frame.GroupBy("k").Mean("v"));
            Probe("gMax", () => _frame.GroupBy("k").Max("v"));
            Probe("gMeanAll", () => _frame.GroupBy("k").Mean());
            Probe("gFirst", () => _frame.GroupBy("k").First("v"));
            Probe("gTyped", () => string.Join(
                " / ", Types(_frame.GroupBy("k").Count("v")), Types(_frame.GroupBy("k").Sum("n")), Types(_frame.GroupBy("k").Mean("n"))));
        }

        private void Statistics()
        {
            Probe("mean", () => _frame["v"].Mean());
            Probe("sum", () => _frame["v"].Sum() + " " + _frame["v"].Sum().GetType());
            Probe("max", () => _frame["v"].Max());
            Probe("min", () => _frame["v"].Min());
            Probe("median", () => _frame["v"].Median());
            Probe("medianInt", () => _frame["n"].Median());
            Probe("strMean", () => _frame["k"].Mean());
            Probe("vc", () => _frame["k"].ValueCounts());
            Probe("vcNum", () => _frame["n"].ValueCounts() + Types(_frame["n"].ValueCounts()));
            Probe("desc", () => _frame.Description());
            Probe("info", () => _frame.Info());
            Probe("orderby", () => _frame.OrderBy("v"));
            Probe("orderbyStr", () => _frame.OrderBy("k"));
            Probe("orderbydesc", () => _frame.OrderByDescending("v", putNullValuesLast: false));
        }

        private void Comparisons()
        {
            Probe("eq", () => string.Join(",", _frame["k"].ElementwiseEquals("b")));
            Probe("eqNum", () => string.Join(",", _frame["v"].ElementwiseEquals(2)));
            Probe("eqNumI", () => string.Join(",", _frame["n"].ElementwiseEquals(2.0)));
            Probe("gt", () => string.Join(",", _frame["v"].ElementwiseGreaterThan(1)));
            Probe("isnull", () => string.Join(",", _frame["v"].ElementwiseIsNull()));
            Probe("and", () => string.Join(",", _frame["v"].ElementwiseGreaterThan(1).And(_frame["f"].ElementwiseEquals(true))));
            Probe("op&", () =>
            {
                dynamic a = _frame["v"].ElementwiseGreaterThan(1), b = _frame["f"].ElementwiseEquals(true);
                return string.Join(",", a & b);
            });
            Probe("filterIdx", () => _frame[_frame["v"].ElementwiseGreaterThan(1)]);
            Probe("filterIdx2", () => _frame[new[] { 0, 2 }]);
        }

        private void Calculations()
        {
            Probe("arith", () =>
            {
                var column = _frame["v"] * 2 + _frame["n"];
                return $"{column.GetType().Name} name={column.Name} "
                    + $"{string.Join(",", column.Cast<object?>().Select(value => value ?? "null"))}";
            });
            Probe("intdiv", () => Describe(_frame["n"] / 2));
            Probe("intTimesDouble", () => Describe(_frame["n"] * 0.5));
        }

        // In this order: each works on what the ones before have made of the frame.
        private void Changes()
        {
            Probe("assign", () =>
            {
                _frame["w"] = _frame["v"] + 1;
                return Types(_frame);
            });
            Probe("assignLen", () => _frame["z"] = new Int32DataFrameColumn("z", [1]));
            Probe("addDup", () =>
            {
                _frame.Columns.Add(new Int32DataFrameColumn("k", [1, 2, 3, 4]));
                return Types(_frame);
            });
            Probe("missing", () => _frame["nope"]);
            Probe("cell", () => _frame[1, 1] + " " + _frame.Rows[1]["v"] + " " + _frame.Rows[1][0]);
            Probe("row", () => _frame.Rows[1].ToString());
            Probe("append", () => _frame.Append(new List<object> { "z", 9.0, 7, true, 1.0 }).Rows.Count + " vs " + _frame.Rows.Count);
            Probe("appendWrong", () => _frame.Append(new List<object> { "z" }).Rows.Count);
            Probe("appendKV", () => _frame.Append([new KeyValuePair<string, object>("k", "q")], true));
            Probe("head", () => _frame.Head(2).Rows.Count);
            Probe("headBig", () => _frame.Head(99).Rows.Count);
            Probe("sample", () => _frame.Sample(2).Rows.Count);
            Probe("sampleBig", () => _frame.Sample(99).Rows.Count);
            Probe("dropnulls", () => _frame.DropNulls().Rows.Count);
            Probe("fillnulls", () => _frame["v"].FillNulls(0.0)[3]);
            Probe("applyS", () => string.Join(
                ",", ((DoubleDataFrameColumn)_frame["v"]).Apply(value => value * value).Cast<object?>().Select(value => value ?? "null")));
            Probe("coltostr", () => _frame["v"].ToString());
            Probe("long", () =>
            {
                var lines = new DataFrame(new Int32DataFrameColumn("i", Enumerable.Range(0, 30))).ToString().Split('\n');
                return $"{lines.Length} last={lines[^2].TrimEnd()}";
            });
            Probe("createTyped", () => DataFrameColumn.Create("a", [1f, 2f]).GetType());
            Probe("rename", () =>
            {
                _frame.Columns.RenameColumn("w", "ww");
                return Types(_frame);
            });
            Probe("cast", () => ((PrimitiveDataFrameColumn<double>)_frame["v"])[0]);
            Probe("enum", () => string.Join(
                ",", ((DoubleDataFrameColumn)_frame["v"]).Select(value => value?.ToString(CultureInfo.InvariantCulture) ?? "null")));
        }

        private void Joins()
        {
            var left = new DataFrame(new StringDataFrameColumn("k", ["a", "b"]), new Int32DataFrameColumn("x", [1, 2]));
            var right = new DataFrame(new StringDataFrameColumn("k", ["b", "c"]), new Int32DataFrameColumn("y", [5, 6]));
            Probe("merge", () => left.Merge<string>(right, "k", "k", joinAlgorithm: JoinAlgorithm.FullOuter));
            Probe("join",
                () => new DataFrame(new Int32DataFrameColumn("x", [1, 2])).Join(new DataFrame(new Int32DataFrameColumn("y", [5]))));
        }

        private void German()
        {
            Probe("de load", () => DataFrame.LoadCsvFromString("a;b\n1.5;x\n", separator: ';')["a"][0]);
            Probe("de load inv",
                () => DataFrame.LoadCsvFromString("a;b\n1.5;x\n", separator: ';', cultureInfo: CultureInfo.InvariantCulture)["a"][0]);
            Probe("de save", () => Save(new DataFrame(new DoubleDataFrameColumn("a", [1.5]))));
            Probe("de save inv", () =>
            {
                using var stream = new MemoryStream();
                DataFrame.SaveCsv(new DataFrame(new DoubleDataFrameColumn("a", [1.5])), stream, cultureInfo: CultureInfo.InvariantCulture);
                return Encoding.ASCII.GetString(stream.ToArray());
            });
        }

        private void Probe(string label, Func<object?> run)
        {
            string result;
            try
            {
                result = run()?.ToString() ?? "";
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException)
            {
                result = $"THROWS {error.GetType().Name}: {error.Message.Split('\n')[0]}";
            }

            _results.Add(label, result.ReplaceLineEndings("\n"));
        }

        private static string Describe(DataFrameColumn column) => column.GetType().Name + " " + string.Join(",", column.Cast<object>());

        private static string Types(DataFrame frame) =>
            string.Join(", ", frame.Columns.Select(column => column.Name + ":" + column.DataType.Name));

        private static string Save(DataFrame frame, Encoding? encoding = null)
        {
            using var stream = new MemoryStream();
            DataFrame.SaveCsv(frame, stream, encoding: encoding);
            var text = (encoding ?? Encoding.ASCII).GetString(stream.ToArray());
            return text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        }
    }
}
