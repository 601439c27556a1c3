using System.Text;

namespace LstmCourse.Data;

/// <summary>Reads text files that ought to be UTF-8.</summary>
internal static class TextFile
{
    /// <summary>UTF-8 without a byte-order mark that refuses other bytes instead of replacing them.</summary>
    public static UTF8Encoding StrictUtf8 { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The whole text of a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">Some bytes are not UTF-8.</exception>
    public static string Read(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no file {Path.GetFullPath(path)}.", path);
        try
        {
            using var reader = new StreamReader(path, StrictUtf8, detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidDataException(
                $"{path} is not UTF-8 throughout (byte 0x{error.BytesUnknown?.FirstOrDefault():X2}): it mixes encodings or was saved in "
                    + "another one. Save it as UTF-8.", error);
        }
    }
}
