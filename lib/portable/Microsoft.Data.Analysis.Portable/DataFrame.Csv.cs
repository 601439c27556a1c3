using System.Globalization;
using System.Text;

namespace Microsoft.Data.Analysis;

public partial class DataFrame
{
    /// <summary>
    /// Reads a CSV file. Pass <paramref name="dataTypes"/>, or every number is a float, and the invariant culture, or numbers are read as
    /// the machine writes them.
    /// </summary>
    public static DataFrame LoadCsv(
        string filename, char separator = ',', bool header = true, string[] columnNames = null, Type[] dataTypes = null, int numRows = -1,
        int guessRows = 10, bool addIndexColumn = false, Encoding encoding = null, bool renameDuplicatedColumns = false, CultureInfo cultureInfo = null)
    {
        using var stream = File.OpenRead(filename);
        return LoadCsv(
            stream, separator, header, columnNames, dataTypes, numRows, guessRows, addIndexColumn, encoding, renameDuplicatedColumns, cultureInfo);
    }

    public static DataFrame LoadCsv(
        Stream csvStream, char separator = ',', bool header = true, string[] columnNames = null, Type[] dataTypes = null,
        long numberOfRowsToRead = -1, int guessRows = 10, bool addIndexColumn = false, Encoding encoding = null, bool renameDuplicatedColumns = false, CultureInfo cultureInfo = null,
        Func<IEnumerable<string>, Type> guessTypeFunction = null)
    {
        using var reader = new StreamReader(csvStream, encoding ?? Encoding.UTF8, leaveOpen: true);
        var loader = new CsvLoader(
            separator, header, columnNames, dataTypes, numberOfRowsToRead, guessRows, addIndexColumn, renameDuplicatedColumns, cultureInfo,
            guessTypeFunction);
        return loader.Load(reader);
    }

    public static DataFrame LoadCsvFromString(
        string csvString, char separator = ',', bool header = true, string[] columnNames = null, Type[] dataTypes = null,
        long numberOfRowsToRead = -1, int guessRows = 10, bool addIndexColumn = false, bool renameDuplicatedColumns = false, CultureInfo cultureInfo = null,
        Func<IEnumerable<string>, Type> guessTypeFunction = null)
    {
        using var reader = new StringReader(csvString);
        var loader = new CsvLoader(
            separator, header, columnNames, dataTypes, numberOfRowsToRead, guessRows, addIndexColumn, renameDuplicatedColumns, cultureInfo,
            guessTypeFunction);
        return loader.Load(reader);
    }

    /// <summary>
    /// Writes a CSV file. Pass <c>new UTF8Encoding(false)</c> and the invariant culture: without them it is ASCII in the machine's culture.
    /// </summary>
    public static void SaveCsv(
        DataFrame dataFrame, string path, char separator = ',', bool header = true, Encoding encoding = null, CultureInfo cultureInfo = null)
    {
        using var stream = File.Create(path);
        SaveCsv(dataFrame, stream, separator, header, encoding, cultureInfo);
    }

    public static void SaveCsv(
        DataFrame dataFrame, Stream csvStream, char separator = ',', bool header = true, Encoding encoding = null, CultureInfo cultureInfo = null) =>
        CsvSaver.Save(dataFrame, csvStream, separator, header, encoding ?? Encoding.ASCII, cultureInfo ?? CultureInfo.CurrentCulture);
}
