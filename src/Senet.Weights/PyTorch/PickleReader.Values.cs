using System.Globalization;
using System.Numerics;
using System.Text;

namespace Senet.Weights;

/// <content>Numbers and texts.</content>
sealed partial class PickleReader
{
    // Python's integers have no limit; those of PyTorch's files have at most 80 bits.
    const int MaxIntegerBytes = 255;

    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    void PushBoxed(object number)
    {
        _input.Take(24);
        Push(number);
    }

    void PushInteger(long number) => PushBoxed(number);

    void PushLong(int bytes)
    {
        if (bytes > MaxIntegerBytes)
            throw Damaged($"has an integer of {bytes.ToString(CultureInfo.InvariantCulture)} bytes");
        PushBigInteger(new BigInteger(_source.ReadBytes(bytes)));
    }

    void PushBigInteger(BigInteger number) => PushBoxed(number >= long.MinValue && number <= long.MaxValue ? (object)(long)number : number);

    void PushIntegerLine(string line)
    {
        // Protocols 0 and 1 write truth values as integers with a leading zero.
        if (line is "00" or "01")
            Push(line == "01" ? True : False);
        else if (BigInteger.TryParse(line, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger number))
            PushBigInteger(number);
        else
            throw Damaged("has an integer that is no number");
    }

    void PushFloatLine(string line) => PushBoxed(double.TryParse(line, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number
        : throw Damaged("has a float that is no number"));

    string Text(long length) => Decode(_source.ReadBytes(length)) ?? throw Damaged("has a text that is not UTF-8");

    // Python 2's strings are either.
    object TextOrBytes(long length)
    {
        byte[] bytes = _source.ReadBytes(length);
        return Decode(bytes) ?? (object)bytes;
    }

    string? Decode(byte[] bytes)
    {
        _input.Take(32 + (2L * bytes.Length));
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
