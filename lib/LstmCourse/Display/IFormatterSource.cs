namespace LstmCourse.Display;

/// <summary>What a class named in <see cref="TypeFormatterSourceAttribute"/> has to offer.</summary>
internal interface IFormatterSource
{
    /// <summary>One <see cref="MimeFormatter{T}"/> for each MIME type.</summary>
    IEnumerable<object> CreateTypeFormatters();
}
