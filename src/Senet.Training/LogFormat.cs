using System.Text.Json.Serialization;
using Senet.Graph;

namespace Senet.Training;

/// <summary>A form in which a run's steps and epochs are written down.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LogFormat>))]
public enum LogFormat
{
    /// <summary>An event file that TensorBoard shows: <c>log/events.out.tfevents.senet</c>.</summary>
    TensorBoard,

    /// <summary>One JSON object per line: <c>log/log.jsonl</c>.</summary>
    JsonLines,

    /// <summary>Tables: <c>log/step.csv</c>, <c>log/epoch.csv</c>, <c>log/gradient.csv</c>, <c>log/gate.csv</c>.</summary>
    Csv,
}
