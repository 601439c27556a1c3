namespace LstmCourse.Charts;

/// <summary>How one quantity looks wherever the course draws it: by colour, and without colour by dash and marker.</summary>
/// <param name="Name">What a legend calls it, such as <c>forget gate</c>.</param>
/// <param name="Symbol">Its letter in the equations.</param>
/// <param name="Color">As <c>#rrggbb</c>.</param>
/// <param name="Dash">A line style of plotly.js: <c>solid</c>, <c>dash</c>, <c>dot</c>, <c>dashdot</c>, <c>longdash</c>,
/// <c>longdashdot</c>.</param>
/// <param name="Marker">A marker of plotly.js, such as <c>circle</c>.</param>
public sealed record GateStyle(string Name, string Symbol, string Color, string Dash, string Marker);
